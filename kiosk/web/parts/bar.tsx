import { Icon } from "../icons/icon.tsx";
import type { Words } from "../words/words.ts";
import { Tap } from "./tap.tsx";

interface BarProps {
  readonly words: Words;
  readonly large: boolean;
  /** `none`: this device has no voice for the language. */
  readonly sound: "on" | "off" | "none";
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
  const none = sound === "none";
  return (
    <nav class="bar" aria-label={words.t("kiosk.bar.label")}>
      <Button name="back" text={words.t("kiosk.bar.back")} onTap={props.onBack} disabled={atHome} />
      <Button name="restart" text={words.t("kiosk.bar.restart")} onTap={props.onRestart} />
      <Button name="large" text={words.t("kiosk.bar.large")} pressed={large} onTap={props.onLarge} />
      <Button
        name="sound"
        icon={none ? "sound-none" : "sound"}
        text={words.t(none ? "kiosk.bar.sound-none" : "kiosk.bar.sound")}
        label={none ? words.t("kiosk.bar.sound-none.label") : undefined}
        pressed={none ? undefined : sound === "on"}
        disabled={none}
        onTap={props.onSound}
      />
      <Button name="person" text={words.t("kiosk.bar.person")} onTap={props.onPerson} />
    </nav>
  );
}

interface ButtonProps {
  readonly name: string;
  readonly icon?: string;
  readonly text: string;
  readonly label?: string | undefined;
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
