import type { ComponentChild } from "preact";
import type { Words } from "../words/words.ts";
import type { Finding } from "./findings.ts";

interface PageProps {
  readonly title: string;
  readonly children: ComponentChild;
}

/** A page of the staff's screen: heading and text first, where nobody has to reach, then what is to be touched. */
export function StaffPage({ title, children }: PageProps): ComponentChild {
  return (
    <main class="screen staff-page">
      <h1 class="heading" tabIndex={-1}>
        {title}
      </h1>
      {children}
    </main>
  );
}

/** Lines about the kiosk; what needs somebody is said in words, not by colour. */
export function Findings(props: {
  readonly findings: readonly Finding[];
  readonly words: Words;
}): ComponentChild {
  const { findings, words } = props;
  return (
    <div class="findings">
      {findings.map(({ label, value, look }) => (
        <p key={label} class={look ? "line finding-look" : "line"}>
          <span class="line-label">{label}</span>{" "}
          <span class="line-text">{look ? words.t("kiosk.staff.look", { value }) : value}</span>
        </p>
      ))}
    </div>
  );
}
