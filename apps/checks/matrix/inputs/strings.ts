/** Something that people, pasted texts or attackers put into a field. */
export interface InputString {
  readonly id: string;
  readonly text: string;
}

/** Sixty of them, by class. Markup would leave an element behind, or call a script, if anything took it for HTML. */
export const inputStrings = {
  nothing: [
    { id: "empty", text: "" },
    { id: "one space", text: " " },
    { id: "spaces and tabs", text: " \t \t" },
    { id: "spaces of other kinds", text: "\u00a0\u2003\u3000\ufeff" },
  ],
  length: [
    { id: "one character", text: "x" },
    { id: "73 bytes", text: `Aa1-${"é".repeat(34)}!` },
    { id: "500 characters", text: "y".repeat(500) },
    { id: "501 characters", text: "y".repeat(501) },
    { id: "10 000 characters", text: "Aa1-".repeat(2500) },
  ],
  space: [
    { id: "spaces around it", text: "  inside 1  " },
    { id: "no-break spaces around it", text: "\u00a0inside 2\u00a0" },
    { id: "an ideographic space around it", text: "\u3000inside 3\u3000" },
    { id: "a zero-width space", text: "in\u200bside 4" },
    { id: "a byte order mark in front", text: "\ufeffinside 5" },
  ],
  emoji: [
    { id: "an emoji", text: "Pass-🔑-42" },
    { id: "emoji that are joined", text: "👩🏽‍🚀👨‍👩‍👧‍👦" },
    { id: "flags", text: "🇪🇺🏴󠁧󠁢󠁳󠁣󠁴󠁿" },
  ],
  direction: [
    { id: "a right-to-left override", text: "user\u202egnp.exe" },
    { id: "isolates that are not closed", text: "\u2067\u2066ada" },
    { id: "Hebrew and Arabic", text: "שלום مرحبا" },
  ],
  controls: [
    { id: "a NUL", text: "ada\u0000admin" },
    { id: "a bell and an escape", text: "a\u0007b\u001b[31mc" },
    { id: "a delete", text: "a\u007fb" },
    { id: "a control of the second set", text: "a\u0085b\u009fc" },
  ],
  surrogates: [
    { id: "half a character", text: "a\ud800b" },
    { id: "the other half", text: "a\udc00b" },
    { id: "a noncharacter", text: "a\ufffe\uffffb" },
  ],
  combining: [
    { id: "a composed letter", text: "Pássword-Wörd" },
    { id: "a decomposed letter", text: "Pa\u0301ssword-Wo\u0308rd" },
    { id: "a heap of marks", text: `Z${"\u0300\u0301\u0302\u0303".repeat(50)}` },
    { id: "a ligature and full width", text: "ﬁＡｄａ①" },
    { id: "a dotless i", text: "İstanbul ıI ß" },
  ],
  quotes: [
    { id: "quotes", text: `"'\`´“”` },
    { id: "backslashes", text: "\\n\\u0041\\" },
    { id: "a closed attribute", text: `" autofocus onfocus="hacked=1` },
  ],
  markup: [
    { id: "an image with a handler", text: "<img src=x onerror=hacked=1 data-hacked>" },
    { id: "a script", text: "<script data-hacked>hacked=1</script>" },
    { id: "a closed script", text: "</script><svg data-hacked onload=hacked=1>" },
    { id: "a link", text: `<a href="javascript:hacked=1" data-hacked>x</a>` },
    { id: "entities", text: "&lt;b data-hacked&gt;&#x3c;" },
  ],
  templates: [
    { id: "double braces", text: "{{constructor.constructor('hacked=1')()}}" },
    { id: "a template literal", text: "${hacked=1}" },
    { id: "a placeholder of a message", text: "{email} %s %(name)s" },
  ],
  addresses: [
    { id: "a path upwards", text: "../../etc/passwd" },
    { id: "an encoded path upwards", text: "..%2f..%2f%00" },
    { id: "a script's address", text: "javascript:hacked=1" },
    { id: "another site's address", text: "https://evil.example/?a=1#b" },
  ],
  headers: [
    { id: "a header behind a line break", text: "ada\r\nX-Evil: 1" },
    { id: "a cookie behind an encoded line break", text: "ada%0d%0aSet-Cookie:a=1" },
  ],
  queries: [
    { id: "JSON", text: `{"email":"evil@example.com"}` },
    { id: "an end of JSON", text: `","realm":"evil` },
    { id: "SQL", text: "' OR 1=1 --" },
    { id: "LDAP", text: "*)(uid=*))(|(uid=*" },
    { id: "form syntax", text: "a&client_id=evil#?=%00+b" },
  ],
  names: [
    { id: "__proto__", text: "__proto__" },
    { id: "constructor", text: "constructor" },
    { id: "null", text: "null" },
  ],
  numbers: [
    { id: "digits of another script", text: "٤٢٤٢٤٢" },
    { id: "an exponent", text: "1e309" },
    { id: "a number with a country code", text: "+49 (0)30 901820" },
  ],
} as const satisfies Readonly<Record<string, readonly InputString[]>>;

export const allStrings: readonly InputString[] = Object.values(inputStrings).flat();
