/** Benefits as cards: verdict first, then how much, then where and what to bring, then why with its source. */
import type { Decision } from "../eligibility/types.ts";
import type { PhraseKey } from "../knowledge/ids.generated.ts";
import type { AmountRule, Benefit, Day, Office, Provision } from "../knowledge/types.ts";
import type { Block, Line } from "../message/types.ts";
import { sayWho } from "./conditions.ts";
import type { Draft } from "./draft.ts";
import { because, sayConfirm } from "./reasons.ts";
import { sayPeriod, saySource, sources } from "./sources.ts";
import { local, sayAmount, sayList, sayPlace, type Voice } from "./words.ts";

type BenefitBlock = Extract<Block, { kind: "benefit" }>;

/** A line, or nothing where there is nothing to say. */
function line(voice: Voice, key: PhraseKey, text: string | null | undefined): readonly Line[] {
  return text ? [{ label: voice.say(key), text }] : [];
}

function verdictOf(voice: Voice, decision: Decision): string {
  if (decision.outcome === "yes")
    return voice.say(decision.benefit.kind === "cash" ? "verdict.yes.cash" : "verdict.yes.other");
  if (decision.outcome === "unknown" && decision.evaluation.missing.length === 0)
    return voice.say("verdict.unknown.person");
  return voice.say(`verdict.${decision.outcome}`);
}

/** The person's amount; what it depends on when it is not clear yet; nothing for services without a sum. */
function amountText(voice: Voice, decision: Decision): string | null {
  if (decision.amount) return sayAmount(voice, decision.amount);
  if (decision.amountMissing.length === 0)
    return decision.benefit.kind === "cash" ? voice.say("amount.none") : null;
  const names = decision.amountMissing.flatMap((id) => voice.knowledge.facts.get(id)?.name ?? []);
  return voice.say("amount.depends", {
    facts: sayList(
      voice,
      names.map((name) => local(voice, name)),
    ),
  });
}

/** Where to go: the office with its number where a source vouches for one. */
export function sayOffice(voice: Voice, office: Office): string {
  const contact = [office.address, office.phone].filter((part) => part !== null);
  return [local(voice, office.name), ...contact].join(voice.say("office.separator"));
}

function applyLines(voice: Voice, benefit: Benefit, office: Office): readonly Line[] {
  if (benefit.apply.automatic)
    return line(
      voice,
      "label.steps",
      benefit.apply.steps ? local(voice, benefit.apply.steps) : voice.say("apply.automatic"),
    );
  return [
    ...line(voice, "label.where", sayOffice(voice, office)),
    ...line(
      voice,
      "label.bring",
      sayList(
        voice,
        benefit.apply.bring.map((item) => local(voice, item)),
      ),
    ),
    ...line(voice, "label.steps", benefit.apply.steps && local(voice, benefit.apply.steps)),
  ];
}

function sourceText(voice: Voice, citations: Decision["citations"]): string {
  return sources(voice, citations)
    .map((source) => saySource(voice, source))
    .join(voice.say("source.separator"));
}

/** What is still needed, as the names of the facts. */
function needText(voice: Voice, decision: Decision): string {
  return sayList(
    voice,
    decision.evaluation.missing
      .flatMap((id) => voice.knowledge.facts.get(id)?.name ?? [])
      .map((name) => local(voice, name)),
  );
}

/** What the full card adds: how to apply, what to check oneself, what the text leaves open, until when. */
function detailLines(voice: Voice, draft: Extract<Draft, { kind: "benefit" }>, asOf: Day): readonly Line[] {
  const { benefit, provision, outcome } = draft.decision;
  const mine = outcome === "no" ? [] : provision.selfCheck;
  return [
    ...(outcome === "no" ? [] : applyLines(voice, benefit, draft.office)),
    ...mine.flatMap((text) => line(voice, "label.check", local(voice, text))),
    ...line(voice, "label.note", provision.note && local(voice, provision.note)),
    ...provision.gaps.flatMap((text) => line(voice, "label.gaps", local(voice, text))),
    ...line(voice, "label.period", sayPeriod(voice, provision.period, asOf)),
  ];
}

/** Where to ask, on a brief card; what comes by itself needs no way. */
function briefLines(voice: Voice, draft: Extract<Draft, { kind: "benefit" }>): readonly Line[] {
  const { benefit } = draft.decision;
  return benefit.apply.automatic ? [] : line(voice, "label.where", sayOffice(voice, draft.office));
}

/** A decided benefit as a card. A refusal leaves out where to apply, but never its reason and source. */
export function decisionCard(
  voice: Voice,
  draft: Extract<Draft, { kind: "benefit" }>,
  asOf: Day,
): BenefitBlock {
  const { decision, office, detail } = draft;
  const { benefit } = decision;
  return {
    kind: "benefit",
    benefit: benefit.id,
    title: local(voice, benefit.name),
    outcome: decision.outcome,
    verdict: verdictOf(voice, decision),
    summary: local(voice, benefit.summary),
    lines: [
      ...line(voice, "label.amount", decision.outcome === "no" ? null : amountText(voice, decision)),
      ...line(voice, "label.need", needText(voice, decision)),
      ...sayConfirm(voice, decision, local(voice, office.name)).flatMap((text) =>
        line(voice, "label.confirm", text),
      ),
      ...(detail === "full" ? detailLines(voice, draft, asOf) : briefLines(voice, draft)),
      ...line(voice, "label.source", sourceText(voice, decision.citations)),
    ],
    why: because(voice, decision.evaluation.because).map((reason) => reason.text),
    sources: sources(voice, decision.citations),
  };
}

/** An amount tier with the people it is for. */
function tier(voice: Voice, amount: AmountRule): string {
  const text = sayAmount(voice, amount);
  return amount.when ? voice.say("amount.tier", { who: sayWho(voice, amount.when), amount: text }) : text;
}

function provisionLines(voice: Voice, provision: Provision, asOf: Day): readonly Line[] {
  return [
    ...line(voice, "label.place", sayPlace(voice, provision.jurisdiction)),
    ...line(voice, "label.who", sayWho(voice, provision.who)),
    ...line(
      voice,
      "label.amount",
      provision.amounts.map((amount) => tier(voice, amount)).join(voice.say("who.any.separator.plain")),
    ),
    ...line(voice, "label.note", provision.note && local(voice, provision.note)),
    ...line(voice, "label.period", sayPeriod(voice, provision.period, asOf)),
    ...line(voice, "label.source", sourceText(voice, provision.sources)),
  ];
}

/** A benefit told in general, for nobody in particular: what it is, for whom, how much, how to apply. */
export function infoCard(voice: Voice, draft: Extract<Draft, { kind: "benefit-info" }>): BenefitBlock {
  const { benefit, provisions, office, focus, asOf } = draft;
  const apply = applyLines(voice, benefit, office);
  const rules = provisions.flatMap((provision) => provisionLines(voice, provision, asOf));
  return {
    kind: "benefit",
    benefit: benefit.id,
    title: local(voice, benefit.name),
    outcome: "info",
    verdict: voice.say("verdict.info"),
    summary: local(voice, benefit.summary),
    lines: focus === "how" ? [...apply, ...rules] : [...rules, ...apply],
    why: [],
    sources: sources(
      voice,
      provisions.flatMap((provision) => provision.sources),
    ),
  };
}

/** Refused benefits as reasons: each with the fact that fails and the clause it fails. */
export function whyNotBlock(voice: Voice, decisions: readonly Decision[]): Block {
  return {
    kind: "why",
    title: voice.say("why-not.title"),
    reasons: decisions.map((decision) => {
      const failed = because(
        voice,
        decision.evaluation.because.filter((reason) => reason.holds === "no"),
      ).map((reason) => reason.text);
      return voice.say("why-not.reason", {
        name: local(voice, decision.benefit.name),
        reasons: sayList(voice, failed),
        source: sourceText(voice, decision.citations.slice(0, 1)),
      });
    }),
    sources: sources(
      voice,
      decisions.flatMap((decision) => decision.citations.slice(0, 1)),
    ),
  };
}
