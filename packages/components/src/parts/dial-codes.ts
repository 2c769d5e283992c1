import { dialled } from "./digits.js";

/** The dial code of a country, such as `+49` for `DE`; undefined where there is none. */
export function dialCodeOf(country: string): string | undefined {
  return codes().get(country);
}

/** Every country that has a dial code, by the two letters of ISO 3166. Of those that share one, the largest first. */
export function dialCountries(): readonly string[] {
  return [...codes().keys()];
}

/**
 * The country that a number with a plus sign or `00` begins with. Where several share a code, `chosen` stays if it is
 * one of them. Undefined while the number tells none.
 */
export function countryOfNumber(typed: string, chosen: string): string | undefined {
  const number = dialled(typed);
  if (!number.startsWith("+")) return undefined;
  const isOf = (code: string | undefined) => code !== undefined && number.startsWith(code);
  if (isOf(dialCodeOf(chosen))) return chosen;
  return dialCountries().find((country) => isOf(dialCodeOf(country)));
}

let known: ReadonlyMap<string, string> | undefined;

// No code begins with another one, so whatever a number begins with is its country's.
function codes(): ReadonlyMap<string, string> {
  known ??= new Map(
    Array.from(table.matchAll(/(\d+)([A-Z]+)/g)).flatMap(([, code = "", countries = ""]) =>
      Array.from(countries.matchAll(/../g), ([country]) => [country, `+${code}`] as const),
    ),
  );
  return known;
}

// ITU-T E.164, annex: codes and the countries that have them.
const table =
  "1USCAPRDOJMTTBSBBLCGDVCAGDMKNBMKYVIGUVGTCAIMSMPASSX7RUKZ20EG27ZA30GR31NL32BE33FR34ES36HU39ITVA" +
  "40RO41CH43AT44GBJEIMGG45DK46SE47NOSJ48PL49DE51PE52MX53CU54AR55BR56CL57CO58VE60MY61AUCXCC62ID63PH" +
  "64NZ65SG66TH81JP82KR84VN86CN90TR91IN92PK93AF94LK95MM98IR211SS212MAEH213DZ216TN218LY220GM221SN222MR" +
  "223ML224GN225CI226BF227NE228TG229BJ230MU231LR232SL233GH234NG235TD236CF237CM238CV239ST240GQ241GA" +
  "242CG243CD244AO245GW246IO247AC248SC249SD250RW251ET252SO253DJ254KE255TZ256UG257BI258MZ260ZM261MG" +
  "262REYT263ZW264NA265MW266LS267BW268SZ269KM290SHTA291ER297AW298FO299GL350GI351PT352LU353IE354IS" +
  "355AL356MT357CY358FIAX359BG370LT371LV372EE373MD374AM375BY376AD377MC378SM380UA381RS382ME383XK385HR" +
  "386SI387BA389MK420CZ421SK423LI500FK501BZ502GT503SV504HN505NI506CR507PA508PM509HT590GPMFBL591BO" +
  "592GY593EC594GF595PY596MQ597SR598UY599CWBQ670TL672NF673BN674NR675PG676TO677SB678VU679FJ680PW681WF" +
  "682CK683NU685WS686KI687NC688TV689PF690TK691FM692MH850KP852HK853MO855KH856LA880BD886TW960MV961LB" +
  "962JO963SY964IQ965KW966SA967YE968OM970PS971AE972IL973BH974QA975BT976MN977NP992TJ993TM994AZ995GE" +
  "996KG998UZ";
