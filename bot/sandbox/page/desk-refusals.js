// The API's refusals in plain words. What is not known here is told by the name of its field.

const REASONS = [
  [/^the visit has not begun yet$/, "notBegun"],
  [/^the visit is (\w+)$/, "visitIs"],
  [/^the case is (\w+): there is nothing to examine$/, "nothingToExamine"],
  [/^(\w+) cannot follow (\w+)$/, "cannotFollow"],
  [/^is before ([\d-]+), when the case became (\w+)$/, "beforeStatus"],
  [/^lies in the past$/, "past"],
  [/^lies in the future$/, "future"],
  [/^lies more than a year ahead$/, "yearAhead"],
  [/^lies more than (\d+) days ahead$/, "daysAhead"],
  [/^is not later than it was/, "notLater"],
  [/^the offer is (\w+)/, "offerIs"],
  [/^the case is (\w+): nothing can be offered$/, "nothingToOffer"],
  [/^the case has an offer of this id already$/, "offerExists"],
  [/^the case has no such offer$/, "noOffer"],
  [/^is needed: /, "whyNeeded"],
  [/^nothing was sent of the case that could be withdrawn$/, "nothingSent"],
  [/^the offer (\S+) is the same/, "offerAlike"],
  [/^an earlier row is the same/, "rowAlike"],
  [/^(\d+) offers of the case await an answer already$/, "manyOffers"],
  [/^the same decision was sent before/, "decisionTwice"],
  [/^has an offset that Kazakhstan no longer has/, "offset"],
  [/^an earlier row offers something else under this id$/, "rowTwice"],
  [/^has (\d+) cells, and the header (\d+)$/, "cells"],
  [/^.*the first row names the columns/, "columns"],
  [/^the file has no offers/, "noRows"],
  [/^line (\d+) is no CSV/, "noCsv"],
  [/^the body is no text in UTF-8$/, "noUtf8"],
  [/^there is a case of this id already$/, "caseExists"],
  [/^there is no such case$/, "noCase"],
  [/^several regions have a case of this id \(([^)]+)\)/, "whichRegion"],
  [/^the case was changed at the same time/, "changedMeanwhile"],
  [/^is not after starts_at$/, "endBeforeStart"],
  [/^a visit lasts 12 hours at most$/, "tooLong"],
  [/^is before paid_from$/, "untilBeforeFrom"],
  [/^allowed: (\S+) to (\S+)$/, "allowed"],
  [/^nobody of this name follows the case$/, "noFollowerOfName"],
  [/^KZ-\d\d exists from ([\d-]+)$/, "regionFrom"],
];
const FIELDS = { applied_on: "appliedOn", case_id: "caseId", starts_at: "from", ends_at: "until", paid_from: "paidFrom",
  paid_until: "paidUntil", monthly_tenge: "monthly", supplement_tenge: "supplement", offer_id: "offerId", member_label: "offerFor", title: "offerTitle",
  wage_tenge: "wage", hours: "workHours", starts_on: "startsOn", respond_by: "deadline" };

// A sentence for each mistake; {0} and {1} in it are what the API named, {field} is the field.
export function refusal({ status, mistakes, code }, words) {
  if (code) return words.refusals[code] ?? words.refusals.other;
  if (status === 401) return words.refusals.key;
  return mistakes.map(({ field, message }) => sentence(field.split(".").pop(), message, words)).join(" ");
}

export function sentence(name, message, words) {
  const label = words[FIELDS[name] ?? name];
  const field = typeof label === "string" ? label.replace(/( \(.*\)|:)$/, "") : label; // without that it may be left empty
  for (const [pattern, key] of REASONS) {
    const found = pattern.exec(message);
    const named = key === "offerIs" ? words.offerStates : words;
    if (found) return filledIn(words.refusals[key], { ...found.slice(1).map((one) => named[one] ?? one), field: field ?? name });
  }
  return typeof field === "string" ? filledIn(words.refusals.field, { field }) : words.refusals.other;
}

function filledIn(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}
