import type { Answer, Scene } from "../scene.ts";
import { aboutBenefit, whichBenefit } from "./benefit-info.ts";

/** How to get it: where to go and what to bring come first. */
export function applyHowto(scene: Scene): Answer {
  const benefit =
    scene.state.benefit === null ? undefined : scene.knowledge.benefits.get(scene.state.benefit);
  return benefit ? aboutBenefit(scene, benefit, "how") : whichBenefit(scene, "howto");
}
