/** What is only to be seen: parts marked so, rows to turn pages with, and parts that no eye sees either. */
const SILENT =
  '[data-unspoken], [aria-hidden="true"], [role="img"], .turner, .read, .unseen, .ruler, svg, textarea, input';
const OF_THE_PERSON = "[data-private]";
/** Parts that stand on a line of their own; the voice pauses between them. */
const BLOCKS = "h1, h2, p, li, button, output, legend, [data-line]";
const ENDS_ITSELF = /[。！？!?.，,：:；;]$/;

/**
 * The text of a screen as it is read aloud: what is shown, in the order in which it is shown, nothing else.
 *
 * @param all also what is about this very person; only when they ask for it
 * @param stop put after a line that does not end by itself, e.g. 。
 */
export function spokenText(screen: Element, all: boolean, stop: string): string {
  const walker = document.createTreeWalker(screen, NodeFilter.SHOW_TEXT);
  const lines: { readonly block: Element | null; text: string }[] = [];
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    const text = (walker.currentNode.textContent ?? "").replace(/\s+/g, " ").trim();
    if (parent === null || text === "" || parent.closest(SILENT) !== null) continue;
    if (!all && parent.closest(OF_THE_PERSON) !== null) continue;
    const block = parent.closest(BLOCKS);
    const last = lines[lines.length - 1];
    if (last !== undefined && last.block === block) last.text += ` ${text}`;
    else lines.push({ block, text });
  }
  return lines.map(({ text }) => (ENDS_ITSELF.test(text) ? text : text + stop)).join("");
}
