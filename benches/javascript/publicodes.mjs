// The rules in publicodes: comparisons in groups, each with a name, since a mechanism is not written inside another.

import Engine from "publicodes";
import { factsOf } from "./facts.mjs";
import { CAUTIONS, GROUNDS, LIMITS, RENEWAL, RIGHT } from "./rules.mjs";

const ALL = "toutes ces conditions";
const ONE = "une de ces conditions";

const named = {};
function group(parts, mechanism) {
  const name = `group ${Object.keys(named).length + 1}`;
  named[name] = { [mechanism]: parts };
  return name;
}

const sure = (rule) => say(rule, { fact: "= 2", age: ["youngest", ">="], all: ALL, oneOf: ONE, contrary: impossible, doubt: sure });
const may = (rule) => say(rule, { fact: "> 0", age: ["oldest", ">="], all: ALL, oneOf: ONE, contrary: unsure, doubt: () => "oui" });
const unsure = (rule) => say(rule, { fact: "< 2", age: ["youngest", "<"], all: ONE, oneOf: ALL, contrary: may, doubt: unsure });
const impossible = (rule) => say(rule, { fact: "= 0", age: ["oldest", "<"], all: ONE, oneOf: ALL, contrary: sure, doubt: () => "non" });

function say(rule, words) {
  const again = (part) => say(part, words);
  if (typeof rule === "string") return `fact ${rule} ${words.fact}`;
  if (rule.all) return group(rule.all.map(again), words.all);
  if (rule.oneOf) return group(rule.oneOf.map(again), words.oneOf);
  if (rule.not) return words.contrary(rule.not);
  if (rule.orDoubt) return words.doubt(rule.orDoubt);
  const [end, compared] = words.age;
  return `fact ${end} ${compared} ${rule.atLeast}`;
}

const cases = (...list) => ({ variations: list.map(([si, alors]) => (alors === undefined ? { sinon: si } : { si, alors })) });
const facts = Object.keys(factsOf({ dateDepot: "2023-01-01", reponses: {} }));

const rules = {
  ...Object.fromEntries(facts.map((name) => [`fact ${name}`, { "par défaut": 1 }])),
  lost: group([impossible(RIGHT), impossible(RENEWAL)], ALL),
  refused: group(["fact confirmed-too-late = 2", impossible(LIMITS), "lost"], ONE),
  verdict: cases(
    ["fact creation-after-end = 2", "'clos'"],
    [group(["refused", "fact deposit-after-end = 2"], ALL), "'clos'"],
    ["refused", "'non-eligible'"],
    [group([sure(LIMITS), sure(CAUTIONS), sure(RIGHT)], ALL), "'eligible'"],
    ["'a-preciser'"],
  ),
  // A number is never « null » in publicodes: -1 is one that is not settled.
  carnet: cases(["fact received-5 = 2", 5], ["fact helped = 2", 10], ["fact helped = 0", 5], [-1]),
  titre: cases(...GROUNDS.map(([id, rule]) => [sure(rule), `'${id}'`]), ["'aucun'"]),
};
const engine = new Engine({ ...rules, ...named });
const value = (name) => engine.evaluate(name).nodeValue;

export function answer(demande) {
  const said = factsOf(demande);
  engine.setSituation(Object.fromEntries(facts.map((name) => [`fact ${name}`, said[name]])));
  const verdict = value("verdict");
  if (verdict === "clos" || verdict === "non-eligible") return { verdict, carnet: 0, titre: null };
  const [carnet, titre] = [verdict === "eligible" ? value("carnet") : -1, value("titre")];
  return { verdict, carnet: carnet < 0 ? null : carnet, titre: titre === "aucun" ? null : titre };
}
