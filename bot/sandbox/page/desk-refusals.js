// The API's refusals in plain words. What is not known here is told by the name of its field.

const REASONS = [
  [/^the visit has not begun yet$/, "notBegun"],
  [/^the visit is (\w+)$/, "visitIs"],
  [/^the case has a visit of this id/, "visitExists"],
  [/^the case has no such visit$/, "noVisitOfId"],
  [/^the case is (\w+): there is nothing to examine$/, "nothingToExamine"],
  [/^(\w+) cannot follow (\w+)$/, "cannotFollow"],
  [/^is before ([\d-]+), when the case became (\w+)$/, "beforeStatus"],
  [/^lies in the past$/, "past"],
  [/^lies in the future$/, "future"],
  [/^lies more than a year ahead$/, "yearAhead"],
  [/^lies more than (\d+) days ahead$/, "daysAhead"],
  [/^is not later than it was/, "notLater"],
  [/^the offer is (\w+), and its answer is acknowledged$/, "offerTaken"],
  [/^the offer is (\w+)/, "offerIs"],
  [/^the case is (\w+): nothing can be offered$/, "nothingToOffer"],
  [/^the case has an offer of this id already$/, "offerExists"],
  [/^the case has no such offer$/, "noOffer"],
  [/^is unknown; allowed in the address: /, "unknownInAddress"],
  [/^is given more than once in the address$/, "twiceInAddress"],
  [/^is needed: /, "whyNeeded"],
  [/^nothing was sent of the case that could be withdrawn$/, "nothingSent"],
  [/^the offer (\S+) is the same/, "offerAlike"],
  [/^an earlier row is the same/, "rowAlike"],
  [/^(\d+) offers of the case await an answer already$/, "manyOffers"],
  [/^the same decision was sent before/, "decisionTwice"],
  [/^has an offset that Kazakhstan no longer has/, "offset"],
  [/^an earlier row offers something else under this id$/, "rowTwice"],
  [/^has (\d+) cells, and the header (\d+)$/, "cells"],
  [/^the file is empty/, "fileEmpty"],
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
  [/^is before the decision$/, "beforeDecision"],
  [/^allowed: the last four digits of the account/, "lastDigits"],
  [/^allowed: (\S+) to (\S+)$/, "allowed"],
  [/^nobody of this name follows the case$/, "noFollowerOfName"],
  [/^KZ-\d\d exists from ([\d-]+)$/, "regionFrom"],
  [/^whole tenge from (\d+) to (\d+) are allowed/, "sums"],
  [/^does not go with the status (\w+)$/, "notWithStatus"],
  [/^lies more than (\d+) days from the decision$/, "farFromDecision"],
  [/^another event of this source has this id$/, "idTaken"],
  [/^(?:this key has no rights in this region|Forbidden)$/, "noRights"],
  [/^Unauthorized$/, "key"],
  [/^Too Many Requests$/, "tooFast"],
  [/^(?:Internal Server Error|Service Unavailable)$/, "ourFault"],
  [/^the database takes nothing just now: /, "databaseAway"],
  [/^(?:Not Found|Method Not Allowed)$/, "noSuchRequest"],
  [/^there is no such file$/, "noFile"],
  [/^is no cursor: /, "noCursor"],
  [/^(?:a batch is a JSON array of events|an event is a JSON object|the body is no JSON: )/, "noJson"],
  [/^the body did not arrive$/, "cutOff"],
  [/^a body has 256 KiB at most$/, "tooBig"],
  [/^Content-Type: /, "wrongKind"],
  // what a field holds, by our own checks and by pydantic's
  [/^(?:Field required|holds nothing that can be read|(?:String|Value) should have at least 1 )/, "empty"],
  [/^Extra inputs are not permitted$/, "unknownField"],
  [/^(?:String|Value) should have at most (\d+) /, "tooManySigns"],
  [/^(?:holds a control character|holds a mark that turns the direction of writing)$/, "hiddenSign"],
  [/^String should match pattern /, "wrongSigns"],
  [/^(?:allowed: |Input should be '|Input should be a valid enumeration)/, "oneOf"],
  [/^Input should be greater than or equal to (\d+)$/, "atLeast"],
  [/^Input should be less than or equal to (\d+)$/, "atMost"],
  [/^Input should be a valid (?:integer|number)/, "wholeNumber"],
  [/^Input should be a valid boolean/, "yesOrNo"],
  [/^(?:is not written as |Input should be a valid (?:date|datetime)|Input should have timezone info)/, "noTime"],
  [/^(?:Input should be a valid string|Input should be a valid dictionary)/, "noText"],
];
const FIELDS = { applied_on: "appliedOn", case_id: "caseId", starts_at: "from", ends_at: "until", paid_from: "paidFrom",
  paid_until: "paidUntil", paid_on: "paidOn", account_ends_with: "accountEnd", monthly_tenge: "monthly", supplement_tenge: "supplement", offer_id: "offerId", member_label: "offerFor", title: "offerTitle",
  wage_tenge: "wage", applicant_birth_year: "birthYear", person: "followers", reason: "correctBecause", visit_id: "visit", hours: "workHours", starts_on: "startsOn", respond_by: "deadline" };

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
