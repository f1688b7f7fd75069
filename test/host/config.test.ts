import { describe, expect, it } from "vitest";
import { ConfigError, readConfig } from "../../src/host/config.ts";

describe("settings", () => {
  it("serve on the machine itself, on port 8080 and an embedded database when nothing is set", () => {
    expect(readConfig({})).toMatchObject({
      host: "127.0.0.1",
      port: 8080,
      dataDir: "./data",
      databaseUrl: null,
      redisUrl: null,
      telegram: null,
      publicUrl: null,
      deskToken: null,
      warnings: [],
    });
  });

  it("take an empty variable as absent", () => {
    expect(readConfig({ PORT: "", DATABASE_URL: "" })).toMatchObject({ port: 8080, databaseUrl: null });
  });

  it("start the bot only with a token, against the server that is named", () => {
    const config = readConfig({ TELEGRAM_BOT_TOKEN: "123:abc", TELEGRAM_API_ROOT: "http://127.0.0.1:9001" });
    expect(config.telegram).toEqual({ token: "123:abc", apiRoot: "http://127.0.0.1:9001" });
  });

  it.each([
    ["PORT", "70000", "0 to 65535"],
    ["PORT", "80a", "0 to 65535"],
    ["PORT", "-1", "0 to 65535"],
    ["HOST", "not a host", "host name"],
    ["DATABASE_URL", "mysql://x", "postgres://"],
    ["REDIS_URL", "http://x", "redis://"],
    ["LOG_LEVEL", "loud", "fatal, error, warn"],
    ["TELEGRAM_MODE", "webhook", "polling"],
    ["TELEGRAM_BOT_TOKEN", "secret-value", "a bot token"],
    ["TELEGRAM_API_ROOT", "ftp://x", "http://"],
    ["TRUST_PROXY", "yes", "true or false"],
    ["RATE_LIMIT", "0", "from 1"],
    ["DESK_TOKEN", "short", "16 characters"],
  ])("refuse %s=%s in one line that names it and says what it may be", (name, value, may) => {
    const read = () => readConfig({ [name]: value });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(new RegExp(`^${name} is not valid: .*${may}[^\\n]*$`));
  });

  it("never repeat the value that was refused: it may be a secret", () => {
    expect(() => readConfig({ TELEGRAM_BOT_TOKEN: "secret-value" })).not.toThrow(/secret-value/);
  });

  it("point out a misspelt variable and leave strangers alone", () => {
    const { warnings } = readConfig({ TELEGRAM_BOT_TOKN: "x", HOSTNAME: "box", HOME: "/root", PATH: "/bin" });
    expect(warnings).toEqual([
      "TELEGRAM_BOT_TOKN is not a setting and is ignored; did you mean TELEGRAM_BOT_TOKEN?",
    ]);
  });
});
