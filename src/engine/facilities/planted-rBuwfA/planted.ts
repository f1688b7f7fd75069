import "node:fs";
import "../../../../bot/telegram/present.ts";
