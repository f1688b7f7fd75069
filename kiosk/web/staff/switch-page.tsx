import type { ComponentChild } from "preact";
import { useState } from "preact/hooks";
import { isOutOfService, setOutOfService } from "../device/out-of-service.ts";
import { Tap } from "../parts/tap.tsx";
import type { Words } from "../words/words.ts";
import { StaffPage } from "./parts.tsx";

/** Takes the kiosk out of service and back, and says what holds now. */
export function SwitchPage({ words }: { readonly words: Words }): ComponentChild {
  const [out, setOut] = useState(isOutOfService);
  const [refused, setRefused] = useState(false);
  const change = (): void => {
    const kept = setOutOfService(!out);
    setRefused(kept === out);
    setOut(kept);
  };
  return (
    <StaffPage title={words.t(out ? "kiosk.staff.now.out" : "kiosk.staff.now.in")}>
      <p>{words.t("kiosk.staff.switch.what")}</p>
      <p>{words.t(refused ? "kiosk.staff.switch.refused" : "kiosk.staff.switch.lasts")}</p>
      <div class="staff-choices">
        <Tap control={out ? "back-in-service" : "out-of-service"} class="choice choice-main" onTap={change}>
          {words.t(out ? "kiosk.staff.switch.in" : "kiosk.staff.switch.out")}
        </Tap>
      </div>
    </StaffPage>
  );
}
