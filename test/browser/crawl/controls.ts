import type { ComponentChild, VNode } from "preact";
import { Tap } from "../../../kiosk/web/parts/tap.tsx";

/** A button of a screen, and what a tap on it does. */
export interface Control {
  readonly name: string;
  readonly disabled: boolean;
  readonly tap: () => void;
}

type Component = (props: VNode["props"]) => ComponentChild;

/** What stands for a component that can only be drawn in a page (it has hooks); undefined for any other. */
export type Stand = (node: VNode) => readonly Control[] | undefined;

/** The buttons of what a component draws, in order, without a page: the product's own drawing, with its own handlers. */
export function controlsIn(node: ComponentChild, stand: Stand = () => undefined): readonly Control[] {
  if (Array.isArray(node)) return node.flatMap((one: ComponentChild) => controlsIn(one, stand));
  if (!isVNode(node)) return [];
  if (node.type === Tap) {
    const { control, disabled, onTap } = node.props as Parameters<typeof Tap>[0];
    return [{ name: control, disabled: disabled ?? false, tap: onTap }];
  }
  const known = stand(node);
  if (known !== undefined) return known;
  if (typeof node.type === "function") return controlsIn((node.type as Component)(node.props), stand);
  return controlsIn((node.props as { readonly children?: ComponentChild }).children, stand);
}

function isVNode(node: ComponentChild): node is VNode {
  return typeof node === "object" && node !== null && "type" in node && "props" in node;
}
