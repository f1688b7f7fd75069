import { Icon } from "../icons/icon.tsx";
import type { Words } from "../words/words.ts";
import { Tap } from "./tap.tsx";

interface BarProps {
  readonly words: Words;
  readonly large: boolean;
  /**
   * `speaking`: a tap stops it. `failed`: what was to be read could not be heard, which is said in words.
   * `none`: neither this device nor its server has a voice for the language.
   */
  readonly sound: "on" | "off" | "speaking" | "failed" | "none";
  readonly atHome: boolean;
  readonly onBack: () => void;
  readonly onRestart: () => void;
  readonly onLarge: () => void;
  readonly onSound: () => void;
  readonly onPerson: () => void;
}

/** The bar at the bottom: the same five buttons, in the same order, on every screen. */
export function Bar(props: BarProps) {
  const { words, large, sound, atHome } = props;
  return (
    <nav class="bar" aria-label={words.t("kiosk.bar.label")}>
      <Button name="back" text={words.t("kiosk.bar.back")} onTap={props.onBack} disabled={atHome} />
      <Button name="restart" text={words.t("kiosk.bar.restart")} onTap={props.onRestart} />
      <Button name="large" text={words.t("kiosk.bar.large")} pressed={large} onTap={props.onLarge} />
      <SoundButton {...props} sound={sound} />
      <Button name="person" text={words.t("kiosk.bar.person")} onTap={props.onPerson} />
    </nav>
  );
}

const SOUND_WORDS = {
  on: "kiosk.bar.sound",
  off: "kiosk.bar.sound",
  speaking: "kiosk.bar.stop",
  failed: "kiosk.bar.unheard",
} as const;

/** Without a voice there is no button, but its place is kept: the others must not move under a finger. */
function SoundButton({ words, sound, onSound }: BarProps) {
  if (sound === "none") return <span class="bar-place" aria-hidden="true" />;
  const speaking = sound === "speaking";
  return (
    <Button
      name="sound"
      icon={speaking ? "stop" : "sound"}
      text={words.t(SOUND_WORDS[sound])}
      pressed={sound === "on" || sound === "off" ? sound === "on" : undefined}
      onTap={onSound}
    />
  );
}

interface ButtonProps {
  readonly name: string;
  readonly icon?: string;
  readonly text: string;
  readonly pressed?: boolean | undefined;
  readonly disabled?: boolean;
  readonly onTap: () => void;
}

function Button({ name, icon = name, text, ...rest }: ButtonProps) {
  return (
    <Tap control={`bar-${name}`} class={`bar-button bar-${name}`} {...rest}>
      <Icon name={icon} />
      <span class="bar-text">{text}</span>
    </Tap>
  );
}
