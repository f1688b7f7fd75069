import type { ComponentChild } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Opened, SiteName } from "../background/messages.ts";
import { dayInChina } from "../device/clock.ts";
import { Icon } from "../icons/icon.tsx";
import { Tap } from "../parts/tap.tsx";
import type { TakeWay, View } from "../session/session.ts";
import type { Words } from "../words/words.ts";
import { Code } from "./code.tsx";
import { printSlip } from "./printing.ts";
import { Slip } from "./slip.tsx";
import type { AnswerBlock } from "./taking.ts";

/** Minutes a number is good; the server decides, this is what it says. */
const MINUTES = 30;

interface TakeAwayProps {
  readonly view: Extract<View, { kind: "take-away" }>;
  readonly words: Words;
  readonly site: SiteName | null;
  readonly hotline: Opened["hotline"];
  readonly blocks: readonly AnswerBlock[];
  /** Public page about it; null for none. */
  readonly address: string | null;
  readonly ways: readonly Exclude<TakeWay, null>[];
  readonly onWay: (way: Exclude<TakeWay, null>) => void;
  /** Asks for a number; rejects when there is none to be had. */
  readonly number: () => Promise<string>;
  readonly onDone: (done: string) => void;
}

/** Taking an answer home: first how, then the paper, the code or the number. */
export function TakeAway(props: TakeAwayProps): ComponentChild {
  switch (props.view.way) {
    case null:
      return <Choose {...props} />;
    case "print":
      return <Printed {...props} />;
    case "scan":
      return <Scan {...props} />;
    case "number":
      return <NumberForDesk {...props} />;
  }
}

const ICONS = { print: "paper", scan: "code", number: "number" } as const;

function Choose({ words, ways, onWay }: TakeAwayProps): ComponentChild {
  return (
    <main class="screen menu take-away">
      <div class="question">
        <h1 class="heading" tabIndex={-1}>
          {words.t("kiosk.take.question")}
        </h1>
      </div>
      <div class="cards">
        {ways.map((way) => (
          <Tap
            key={way}
            control={`take-${way}`}
            class={`home-card home-card-${ICONS[way]}`}
            onTap={() => onWay(way)}
          >
            <Icon name={ICONS[way]} />
            <span class="home-card-title">{words.t(`kiosk.take.${way}`)}</span>
            <span class="home-card-line">{words.t(`kiosk.take.${way}.line`)}</span>
          </Tap>
        ))}
      </div>
    </main>
  );
}

function Printed({ view, words, site, hotline, blocks, address, onDone }: TakeAwayProps): ComponentChild {
  const paper = useRef<HTMLDivElement>(null);
  const printNow = (): void => {
    if (site !== null && paper.current !== null) printSlip(paper.current, site.printer);
  };
  useEffect(() => {
    if (view.done !== null) return;
    onDone("printed");
    printNow();
  }, []);
  return (
    <>
      <main class="screen notice take-print">
        <Icon name="paper" />
        <h1 class="heading" tabIndex={-1}>
          {words.t("kiosk.take.printing")}
        </h1>
        <p>{words.t("kiosk.take.printing.take")}</p>
        <p>{words.t("kiosk.take.printing.none")}</p>
        <Tap control="print-again" class="choice" onTap={printNow}>
          {words.t("kiosk.take.printing.again")}
        </Tap>
      </main>
      {site === null ? null : (
        <Slip {...{ blocks, site, hotline, words, address, paper }} today={dayInChina(new Date())} />
      )}
    </>
  );
}

function Scan({ words, address }: TakeAwayProps): ComponentChild {
  return (
    <main class="screen notice take-scan">
      <h1 class="heading" tabIndex={-1}>
        {words.t("kiosk.take.scan.title")}
      </h1>
      {address === null ? null : <Code address={address} />}
      <p>{words.t("kiosk.take.scan.text")}</p>
      <p>{words.t("kiosk.take.scan.public")}</p>
    </main>
  );
}

function NumberForDesk({ view, words, number, onDone }: TakeAwayProps): ComponentChild {
  const [failed, setFailed] = useState(false);
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    if (view.done === null)
      number().then(
        (given) => here.current && onDone(given),
        () => here.current && setFailed(true),
      );
    return () => {
      here.current = false;
    };
  }, []);
  if (failed) return <NoNumber words={words} />;
  return (
    <main class="screen notice take-number">
      <h1 class="heading" tabIndex={-1}>
        {words.t(view.done === null ? "kiosk.waiting.title" : "kiosk.take.number.title")}
      </h1>
      {view.done === null ? null : (
        <>
          <p class="desk-number">{Array.from(view.done).join(" ")}</p>
          <p>{words.t("kiosk.take.number.text")}</p>
          <p>{words.t("kiosk.take.number.time", { minutes: MINUTES })}</p>
        </>
      )}
    </main>
  );
}

/** No number was to be had: what happened, that it is not the person's fault, what to do now. */
function NoNumber({ words }: { readonly words: Words }): ComponentChild {
  return (
    <main class="screen notice take-number">
      <Icon name="person" />
      <h1 class="heading" tabIndex={-1}>
        {words.t("kiosk.take.number.failed")}
      </h1>
      <p>{words.t("kiosk.failure.fault")}</p>
      <p>{words.t("kiosk.person.text")}</p>
    </main>
  );
}
