import type { Opened, SiteName } from "../background/messages.ts";
import { Icon } from "../icons/icon.tsx";
import { Tap } from "../parts/tap.tsx";
import { WARNING_SECONDS } from "../session/idle.ts";
import type { Words } from "../words/words.ts";

interface NoticeProps {
  readonly name: "person" | "failure" | "waiting" | "out-of-service";
  readonly icon: string;
  readonly title: string;
  readonly lines: readonly string[];
}

function Notice({ icon, title, lines, name }: NoticeProps) {
  return (
    <main class={`screen notice notice-${name}`}>
      <Icon name={icon} />
      <h1 class="heading" tabIndex={-1}>
        {title}
      </h1>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </main>
  );
}

/** Ask the staff, said by the page itself: works even when the engine or the knowledge does not. */
export function Person({ words, site }: { readonly words: Words; readonly site: SiteName | null }) {
  const phone = site?.phone == null ? [] : [`${words.t("kiosk.person.site")} ${site.phone}`];
  return (
    <Notice
      name="person"
      icon="person"
      title={words.t("kiosk.person.title")}
      lines={[words.t("kiosk.person.text"), ...phone]}
    />
  );
}

/** What happened, that it is not the person's fault, and what to do now. */
export function Failure({ words }: { readonly words: Words }) {
  return (
    <Notice
      name="failure"
      icon="verdict-unknown"
      title={words.t("kiosk.failure.title")}
      lines={[words.t("kiosk.failure.fault"), words.t("kiosk.failure.now")]}
    />
  );
}

interface OutOfServiceProps {
  readonly words: Words;
  readonly site: SiteName | null;
  readonly hotline: Opened["hotline"];
}

/** In the place of the first screen: no use trying, it is nobody's fault, and whom to ask or call instead. */
export function OutOfService({ words, site, hotline }: OutOfServiceProps) {
  const ofSite = site?.phone == null ? null : `${words.t("kiosk.person.site")} ${site.phone}`;
  const ofCity = hotline === null ? null : `${hotline.name[words.language]} ${hotline.number}`;
  const phone = ofSite ?? ofCity;
  return (
    <Notice
      name="out-of-service"
      icon="person"
      title={words.t("kiosk.out.title")}
      lines={[words.t("kiosk.failure.fault"), words.t("kiosk.out.now"), ...(phone === null ? [] : [phone])]}
    />
  );
}

/** A calm card while the engine works; after a while it offers a person. */
export function Waiting({ words, long }: { readonly words: Words; readonly long: boolean }) {
  return (
    <Notice
      name="waiting"
      icon="verdict-confirm"
      title={words.t("kiosk.waiting.title")}
      lines={long ? [words.t("kiosk.waiting.person")] : []}
    />
  );
}

interface IdleProps {
  readonly words: Words;
  readonly onStay: () => void;
  readonly onEnd: () => void;
}

/** Fills the screen before anything is wiped; says how long, moves nothing. */
export function IdleWarning({ words, onStay, onEnd }: IdleProps) {
  return (
    <main class="screen idle">
      <div class="question">
        <h1 class="heading" tabIndex={-1}>
          {words.t("kiosk.idle.title")}
        </h1>
        <p>{words.t("kiosk.idle.text", { seconds: WARNING_SECONDS })}</p>
      </div>
      <Tap control="idle-stay" class="choice choice-main idle-choice" onTap={onStay}>
        {words.t("kiosk.idle.stay")}
      </Tap>
      <Tap control="idle-end" class="choice idle-choice" onTap={onEnd}>
        {words.t("kiosk.idle.end")}
      </Tap>
    </main>
  );
}
