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

/** Places whose amounts are told on one card. */
const FEW = 3;

/** A line, or nothing where there is nothing to say. */
function line(voice: Voice, key: PhraseKey, text: string | null | undefined): readonly Line[] {
  return text ? [{ label: voice.say(key), text }] : [];
}

function verdictOf(voice: Voice, decision: Decision): string {
  if (decision.outcome === "yes")
    return voice.say(decision.benefit.kind === "cash" ? "verdict.yes.cash" : "verdict.yes.other");
  if (decision.outcome === "unknown" && decision.evaluation.missing.length === 0)
    return voice.say("verdict.unknown.person");
  if (decision.confirm.includes("self-check")) return voice.say("verdict.check");
  return voice.say(`verdict.${decision.outcome}`);
}

/** That no sum is known, said of the source it would have to stand in. */
function noAmount(voice: Voice, decision: Decision): string | null {
  if (decision.benefit.kind !== "cash") return null;
  const first = decision.provision.sources[0];
  const kind = first && voice.knowledge.documents.get(first.document)?.kind;
  return voice.say(kind === "policy" ? "amount.none" : "amount.not-found");
}

/** The person's amount; every tier while it is not clear which is theirs; nothing for services without a sum. */
function amountText(voice: Voice, decision: Decision): string | null {
  if (decision.amount) return sayAmount(voice, decision.amount);
  return decision.amountMissing.length === 0
    ? noAmount(voice, decision)
    : sayTiers(voice, decision.provision) || noAmount(voice, decision);
}

/** Where to go: the office with its number where a source vouches for one. */
function sayOffice(voice: Voice, office: Office): string {
  const { address, phone } = office;
  const name = local(voice, office.name);
  const door = address === null ? name : voice.say("office.address", { office: name, address });
  return phone === null ? door : voice.say("office.phone", { office: door, phone });
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

/** Where to ask, what to check oneself, and that the plan is over: never left out, however brief the card. */
function briefLines(voice: Voice, draft: Extract<Draft, { kind: "benefit" }>, asOf: Day): readonly Line[] {
  const { benefit, provision, outcome, periodState } = draft.decision;
  const endsUnsaid = outcome === "unknown" && periodState === "ended";
  return [
    ...(benefit.apply.automatic ? [] : line(voice, "label.where", sayOffice(voice, draft.office))),
    ...provision.selfCheck.flatMap((text) => line(voice, "label.check", local(voice, text))),
    ...(endsUnsaid ? line(voice, "label.period", sayPeriod(voice, provision.period, asOf)) : []),
  ];
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
      ...(detail === "full" ? detailLines(voice, draft, asOf) : briefLines(voice, draft, asOf)),
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

/** All tiers of a provision in one sentence. */
function sayTiers(voice: Voice, provision: Provision): string {
  return provision.amounts.map((amount) => tier(voice, amount)).join(voice.say("who.any.separator.plain"));
}

/** What another place pays, with the source that says so. */
function elsewhereLine(voice: Voice, provision: Provision): Line {
  const source = sourceText(voice, provision.sources.slice(0, 1));
  return {
    label: sayPlace(voice, provision.jurisdiction),
    text: voice.say("amount.with-source", { amount: sayTiers(voice, provision), source }),
  };
}

/** A few places are told at once; more would be a wall, and the question that follows asks for the place. */
function elsewhereLines(voice: Voice, elsewhere: readonly Provision[]): readonly Line[] {
  if (elsewhere.length <= FEW) return elsewhere.map((provision) => elsewhereLine(voice, provision));
  return line(voice, "label.amount", voice.say("amount.by-county"));
}

function provisionLines(voice: Voice, provision: Provision, asOf: Day): readonly Line[] {
  return [
    ...line(voice, "label.place", sayPlace(voice, provision.jurisdiction)),
    ...line(voice, "label.who", sayWho(voice, provision.who)),
    ...provision.selfCheck.flatMap((text) => line(voice, "label.check", local(voice, text))),
    ...line(voice, "label.amount", sayTiers(voice, provision)),
    ...line(voice, "label.note", provision.note && local(voice, provision.note)),
    ...line(voice, "label.period", sayPeriod(voice, provision.period, asOf)),
    ...line(voice, "label.source", sourceText(voice, provision.sources)),
  ];
}

/** A benefit told in general, for nobody in particular: what it is, for whom, how much, how to apply. */
export function infoCard(voice: Voice, draft: Extract<Draft, { kind: "benefit-info" }>): BenefitBlock {
  const { benefit, provisions, elsewhere, office, focus, asOf } = draft;
  const apply = applyLines(voice, benefit, office);
  const rules = [
    ...provisions.flatMap((provision) => provisionLines(voice, provision, asOf)),
    ...elsewhereLines(voice, elsewhere),
  ];
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
      [...provisions, ...elsewhere].flatMap((provision) => provision.sources),
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
