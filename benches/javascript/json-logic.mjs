// The rules as JsonLogic.

import jsonLogic from "json-logic-js";
import { factsOf } from "./facts.mjs";
import { CAUTIONS, GROUNDS, LIMITS, RENEWAL, RIGHT } from "./rules.mjs";

const fact = (name) => ({ var: name });
const is = (name, value) => ({ "===": [fact(name), value] });
const not = (rule) => ({ "!": [rule] });

function sure(rule) {
  if (typeof rule === "string") return is(rule, 2);
  if (rule.all) return { and: rule.all.map(sure) };
  if (rule.oneOf) return { or: rule.oneOf.map(sure) };
  if (rule.not) return not(may(rule.not));
  if (rule.orDoubt) return sure(rule.orDoubt);
  return { ">=": [fact("youngest"), rule.atLeast] };
}

function may(rule) {
  // 0 is false, 1 and 2 are true.
  if (typeof rule === "string") return fact(rule);
  if (rule.all) return { and: rule.all.map(may) };
  if (rule.oneOf) return { or: rule.oneOf.map(may) };
  if (rule.not) return not(sure(rule.not));
  if (rule.orDoubt) return true;
  return { ">=": [fact("oldest"), rule.atLeast] };
}

const refused = { or: [is("confirmed-too-late", 2), not(may(LIMITS)), { and: [not(may(RIGHT)), not(may(RENEWAL))] }] };
const VERDICT = { if: [
  is("creation-after-end", 2), "clos",
  refused, { if: [is("deposit-after-end", 2), "clos", "non-eligible"] },
  { and: [sure(LIMITS), sure(CAUTIONS), sure(RIGHT)] }, "eligible",
  "a-preciser",
] };
const CARNET = { if: [is("received-5", 2), 5, is("helped", 2), 10, is("helped", 0), 5, null] };
const GROUND = { if: [...GROUNDS.flatMap(([id, rule]) => [sure(rule), id]), null] };

export function answer(demande) {
  const facts = factsOf(demande);
  const verdict = jsonLogic.apply(VERDICT, facts);
  if (verdict === "clos" || verdict === "non-eligible") return { verdict, carnet: 0, titre: null };
  const carnet = verdict === "eligible" ? jsonLogic.apply(CARNET, facts) : null;
  return { verdict, carnet, titre: jsonLogic.apply(GROUND, facts) };
}
