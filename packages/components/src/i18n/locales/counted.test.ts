import { fakeError } from "@portico/core/testing";
import { expect, it } from "vitest";
import type { Messages } from "../messages.js";
import { translate } from "../translate.js";
import { ar } from "./ar.js";
import { de } from "./de.js";
import { en } from "./en.js";
import { es } from "./es.js";
import { fr } from "./fr.js";
import { he } from "./he.js";
import { ja } from "./ja.js";
import { ptBR } from "./pt-br.js";
import { zhCN } from "./zh-cn.js";

it.each([
  [en, ["At least 1 character", "At least 2 characters", "At least 8 characters"]],
  [de, ["Mindestens 1 Zeichen", "Mindestens 2 Zeichen", "Mindestens 8 Zeichen"]],
  [fr, ["Au moins 1 caractère", "Au moins 2 caractères", "Au moins 8 caractères"]],
  [es, ["Al menos 1 carácter", "Al menos 2 caracteres", "Al menos 8 caracteres"]],
  [ptBR, ["Pelo menos 1 caractere", "Pelo menos 2 caracteres", "Pelo menos 8 caracteres"]],
  [ja, ["1文字以上", "2文字以上", "8文字以上"]],
  [zhCN, ["至少 1 个字符", "至少 2 个字符", "至少 8 个字符"]],
  [ar, ["ما لا يقل عن حرف واحد", "ما لا يقل عن حرفين", "ما لا يقل عن 8 أحرف"]],
  [he, ["לפחות תו אחד", "לפחות שני תווים", "לפחות 8 תווים"]],
] satisfies readonly (readonly [Messages, readonly string[]])[])(
  "$0.locale counts characters as it is spoken",
  (messages, words) => {
    expect([1, 2, 8].map((length) => messages.rules.lengthAtLeast([length]))).toEqual(words);
  },
);

it.each([
  [en, ["1 second,", "2 seconds,", "90 seconds,"]],
  [de, ["1 Sekunde,", "2 Sekunden,", "90 Sekunden,"]],
  [fr, ["1 seconde,", "2 secondes,", "90 secondes,"]],
  [es, ["1 segundo e", "2 segundos e", "90 segundos e"]],
  [ptBR, ["1 segundo e", "2 segundos e", "90 segundos e"]],
  [ja, ["1秒待", "2秒待", "90秒待"]],
  [zhCN, ["1 秒后", "2 秒后", "90 秒后"]],
  [ar, ["ثانية واحدة،", "ثانيتين،", "90 ثانية،"]],
  [he, ["שנייה אחת,", "שתי שניות,", "90 שניות,"]],
] satisfies readonly (readonly [Messages, readonly string[]])[])(
  "$0.locale says how long to wait, in whole seconds, rounded up",
  (messages, words) => {
    const waits = [200, 1001, 90_000].map((retryAfter) =>
      translate(messages, fakeError("rate_limited", {}, { retryAfter })),
    );
    for (const [index, wait] of waits.entries()) expect(wait).toContain(words[index]);
  },
);

it("Arabic counts in all of its forms", () => {
  const rule = (length: number) => ar.rules.lengthAtLeast([length]).replace("ما لا يقل عن ", "");
  expect([3, 10, 11, 99, 100, 103].map(rule)).toEqual([
    "3 أحرف",
    "10 أحرف",
    "11 حرفًا",
    "99 حرفًا",
    "100 حرف",
    "103 أحرف",
  ]);
});

it("Arabic has the same digits on a server and in every browser", () => {
  expect(ar.progress.wait(30)).toContain("30");
  expect(ar.rules.containsAtLeast([3, 4])).toMatch(/3.*4/);
});

it("numbers stay on the line of their unit", () => {
  for (const { progress } of [de, fr, es, ptBR, ar, he])
    expect(progress.wait(30)).toMatch(/30\u00a0/);
});
