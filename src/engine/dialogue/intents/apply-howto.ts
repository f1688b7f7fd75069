import type { Answer, Scene } from "../scene.ts";
import { aboutNamed } from "./benefit-info.ts";

/** How to get it: where to go and what to bring come first. */
export function applyHowto(scene: Scene): Answer {
  return aboutNamed(scene, "how");
}
