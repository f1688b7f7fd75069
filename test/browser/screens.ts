import type { Visitor } from "./visitor.ts";

/** A kind of screen and how a visitor gets there from home. */
export interface Screen {
  readonly name: string;
  readonly reach: (visitor: Visitor) => Promise<void>;
}

/** What somebody in danger types. */
export const CRY_FOR_HELP = "家里着火了，快来人";

/** Every kind of screen the kiosk has, each reached by tapping from home. */
export const SCREENS: readonly Screen[] = [
  { name: "home", reach: async () => {} },
  { name: "care-menu", reach: (visitor) => visitor.go("card-home.care") },
  { name: "write", reach: (visitor) => visitor.go("card-home.ask") },
  {
    name: "write-words",
    reach: async (visitor) => {
      await visitor.go("card-home.ask");
      await visitor.page.locator("textarea").fill("长者");
      // English has no words to offer: it is typed on keys.
      await visitor.page
        .locator('[data-control="offer-0"], .kiosk:lang(en) [data-control="letter-e"]')
        .first()
        .waitFor();
    },
  },
  {
    name: "write-keys",
    reach: async (visitor) => {
      await visitor.go("card-home.ask");
      // English opens on the keys, and has nothing to choose from there.
      if ((await visitor.controls()).includes("way-keys")) await visitor.go("way-keys");
      await visitor.page.locator('[data-control="letter-g"]').click();
      await visitor.page.locator('[data-control="more"], .kiosk:lang(en) textarea').first().waitFor();
    },
  },
  {
    name: "write-ready",
    reach: async (visitor) => {
      await visitor.go("card-home.ask");
      await visitor.go("way-ready");
    },
  },
  {
    name: "understood",
    reach: async (visitor) => {
      await visitor.go("card-home.ask");
      await visitor.page.locator("textarea").fill("高龄补贴怎么办理");
      await visitor.go("send");
    },
  },
  { name: "question-age", reach: (visitor) => visitor.go("card-home.money") },
  { name: "question-county", reach: toCounty },
  {
    name: "question-town",
    reach: async (visitor) => {
      await toCounty(visitor);
      await turnTo(visitor, "place-350582");
      await visitor.go("place-350582");
    },
  },
  {
    name: "question-choice",
    reach: async (visitor) => {
      await toCounty(visitor);
      await visitor.go("fact:hukou=?");
      if ((await visitor.controls()).includes("fact:residence=?")) await visitor.go("fact:residence=?");
    },
  },
  {
    name: "results-so-far",
    reach: async (visitor) => {
      await toCounty(visitor);
      await visitor.go("so-far");
    },
  },
  { name: "readme", reach: toKnownCase },
  { name: "results", reach: toResults },
  {
    name: "benefit",
    reach: async (visitor) => {
      await toCounty(visitor);
      await visitor.go("so-far");
      await openFirstCard(visitor);
    },
  },
  { name: "canteens", reach: (visitor) => visitor.go("card-home.canteen") },
  {
    name: "canteen",
    reach: async (visitor) => {
      await visitor.go("card-home.canteen");
      await openFirstCard(visitor);
    },
  },
  { name: "how-to", reach: (visitor) => visitor.go("card-home.apply") },
  { name: "person", reach: (visitor) => visitor.go("bar-person") },
  {
    name: "emergency",
    reach: async (visitor) => {
      await visitor.go("card-home.ask");
      await visitor.page.locator("textarea").fill(CRY_FOR_HELP);
      await visitor.go("send");
    },
  },
];

/** Screens of a kiosk that has a printer and a recogniser (`hearing.ts`), on a server with every service. */
export const SERVED_SCREENS: readonly Screen[] = [
  { name: "take-away", reach: toTakeAway },
  ...["take-print", "take-scan"].map((name) => ({
    name,
    reach: async (visitor: Visitor) => {
      await toTakeAway(visitor);
      await visitor.go(name);
    },
  })),
  {
    name: "take-number",
    reach: async (visitor) => {
      await toTakeAway(visitor);
      await visitor.go("take-number");
      await visitor.page.locator(".desk-number").waitFor();
      await visitor.ready();
    },
  },
  { name: "sound", reach: (visitor) => visitor.go("bar-sound") },
  {
    name: "listen",
    reach: async (visitor) => {
      await visitor.go("card-home.ask");
      await visitor.go("speak");
    },
  },
  {
    name: "listen-missed",
    reach: async (visitor) => {
      await visitor.go("card-home.ask");
      await visitor.go("speak");
      await visitor.tap("listen-done");
    },
  },
  {
    name: "read-aloud",
    reach: async (visitor) => {
      await visitor.go("bar-sound");
      await visitor.go("sound-normal");
      await toCounty(visitor);
      await visitor.go("so-far");
      await openFirstCard(visitor);
    },
  },
  {
    name: "read-question",
    reach: async (visitor) => {
      await visitor.go("bar-sound");
      await visitor.go("sound-normal");
      await toPrivateQuestion(visitor);
    },
  },
];

/** A question that the kiosk does not read aloud by itself: not knowing leads there. */
async function toPrivateQuestion(visitor: Visitor): Promise<void> {
  await toCounty(visitor);
  for (
    let controls = await visitor.controls();
    !controls.includes("read");
    controls = await visitor.controls()
  ) {
    const unsure = controls.find((control) => control.endsWith("=?"));
    if (unsure === undefined) throw new Error(`no private question, but: ${await visitor.heading()}`);
    await visitor.go(unsure);
  }
}

async function toTakeAway(visitor: Visitor): Promise<void> {
  await visitor.go("card-home.canteen");
  await openFirstCard(visitor);
  await visitor.go("take-away");
}

async function toCounty(visitor: Visitor): Promise<void> {
  await visitor.go("card-home.money");
  await visitor.press("82");
  await visitor.go("key-confirm");
}

/** Eighty-two, at home in Jinjiang and registered there: the results so far. */
export async function toKnownCase(visitor: Visitor): Promise<void> {
  await toCounty(visitor);
  for (let place = 0; place < 2; place += 1) {
    await turnTo(visitor, "place-350582");
    await visitor.go("place-350582");
    await visitor.go("place-whole");
  }
  await visitor.go("so-far");
}

/** Turns pages until a control is on one; large type puts fewer answers on a page. */
async function turnTo(visitor: Visitor, control: string): Promise<void> {
  for (
    let controls = await visitor.controls();
    !controls.includes(control);
    controls = await visitor.controls()
  )
    await visitor.go("next");
}

async function toResults(visitor: Visitor): Promise<void> {
  await visitor.go("card-home.money");
  await visitor.answer("82", "=false");
}

async function openFirstCard(visitor: Visitor): Promise<void> {
  for (;;) {
    const controls = await visitor.controls();
    const card = controls.find((control) => control.startsWith("see-"));
    if (card !== undefined) return visitor.go(card);
    if (!controls.includes("next")) throw new Error("no card to open");
    await visitor.go("next");
  }
}
