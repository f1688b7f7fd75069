import { Tap } from "../parts/tap.tsx";
import { besidePiece } from "./beside.tsx";
import type { BlockContext, Piece, Section } from "./section.ts";

/** Buttons of a list on one page, so that with the one to take it away there are six. */
const TARGETS_BESIDE = 5;

/** Puts on each page of an answer what one may do with it: hear it, take it home; nothing this kiosk cannot do. */
export function withActions(section: Section, context: BlockContext): Section {
  const { takeAway, words } = context;
  const home = (): Piece[] =>
    takeAway === null
      ? []
      : [
          {
            key: `${section.key}/take-away`,
            node: (
              <Tap control="take-away" class="choice" onTap={() => takeAway(section.key)}>
                {words.t("kiosk.take.title")}
              </Tap>
            ),
            private: false,
            targets: 1,
          },
        ];
  const actions = [...listenPieces(section, context), ...home()];
  return actions.length === 0 ? section : { ...beneath(section, actions), targets: TARGETS_BESIDE };
}

/** What else is about the person is read aloud only when they ask for it, so there it has a button to ask. */
export function withReading(section: Section, context: BlockContext): Section {
  const unread = [section.heading, ...section.pieces].some((piece) => piece.private);
  return unread && context.readsAloud ? beneath(section, listenPieces(section, context)) : section;
}

function listenPieces({ key }: Section, { listen, words }: BlockContext): readonly Piece[] {
  if (listen === null) return [];
  const node = (
    <Tap control="read" class="choice read" onTap={listen}>
      {words.t("kiosk.page.read")}
    </Tap>
  );
  return [{ key: `${key}/read`, node, private: false, targets: 1 }];
}

function beneath(section: Section, actions: readonly Piece[]): Section {
  const all = [...section.always, ...actions];
  return { ...section, always: all.length > 1 ? [besidePiece(all)] : all };
}
