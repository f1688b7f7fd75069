import type { Page } from "./paginate.ts";

/** One page: its heading, its pieces, and what stands on every page of its section. */
export function PageView({ page }: { readonly page: Page }) {
  const { section, pieces, headingUnseen } = page;
  const below = [...pieces, ...section.always];
  const firstTarget = below.findIndex((piece) => piece.targets > 0);
  return (
    <div class={`page page-${section.layout}`} data-section={section.key}>
      <div class={headingUnseen ? "unseen" : "piece"} data-private={page.heading.private || undefined}>
        {page.heading.node}
      </div>
      {below.map((piece, index) => (
        <div
          key={piece.key}
          class={index === firstTarget ? "piece piece-first-target" : "piece"}
          data-private={piece.private || undefined}
        >
          {piece.node}
        </div>
      ))}
    </div>
  );
}
