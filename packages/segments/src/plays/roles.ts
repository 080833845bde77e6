/** What a column tells of a customer, where its name says so. */
export type Role =
  /** Money spent, or a score of it. */
  | "spending"
  /** Money spent an order. */
  | "basket"
  | "income"
  | "age"
  /** How long ago the last order was: high is long ago. */
  | "recency"
  /** How many orders. */
  | "frequency"
  /** How long somebody has been a customer. */
  | "tenure"
  | "gender";

const MEAN = "(?:average|avg|mean|median)";
const MONEY = "(?:spend|spending|spent|monetary|revenue|sales|amount|amt)";
const ORDER = "(?:order|purchase|transaction|ticket|basket|cart|visit|login|activity)";

/** The first that fits counts: "days since last order" is recency, "mean order value" basket, and neither frequency. */
const NAMES: readonly (readonly [Role, readonly string[]])[] = [
  ["gender", ["gender", "sex", "geschlecht", "female", "male"]],
  ["recency", ["recency", "inactivity", "(?:days|weeks|months|time) since (?:the )?(?:last|latest|previous)"]],
  [
    "tenure",
    ["tenure", "seniority", "(?:days|weeks|months|years) (?:as|since) (?:a )?(?:customer|member|first order)"],
  ],
  ["tenure", ["(?:customer|membership|account) (?:age|days|months|years)"]],
  ["basket", [`${MEAN} ${MONEY}`, `${MONEY} ${MEAN}`, `${MEAN} ${ORDER}(?: value| amount| size)?$`]],
  ["basket", ["basket", "aov", "(?:order|ticket) value$", "warenkorb"]],
  ["frequency", ["frequency", "(?:orders|visits|trips|transactions|purchases|bestellungen)(?: count)?$"]],
  ["frequency", [`(?:number|count|num|no) of ${ORDER}s?`, `num ${ORDER}s?$`, `${ORDER} count$`]],
  ["income", ["income", "salary", "wages?", "earnings", "einkommen", "gehalt"]],
  ["age", ["^(?:customer |client )?(?:age|alter)(?: (?:in )?(?:years|jahren?))?$"]],
  ["spending", ["spend", "spending", "spent", "expenditure", "monetary", "revenue", "turnover", "ltv", "clv"]],
  ["spending", ["umsatz", "jahresumsatz", "ausgaben", "lifetime value", "^(?:total |net |annual )?(?:sales|amount)$"]],
  [
    "spending",
    ["(?:sales|purchases?|orders?|purchased) (?:total|amount|value)$", "total (?:sales|purchases|purchased)$"],
  ],
];

const PATTERNS = NAMES.map(([role, names]) => {
  return [role, new RegExp(names.map((name) => `(?<![^ ])${name}(?![^ ])`).join("|"), "u")] as const;
});

/** Money, but none that a customer spent. */
const OTHER_MONEY =
  /(?<![^ ])(?:limit|credit|debt|loan|tax|refunds?|discounts?|shipping|ads?|advertising|marketing)(?![^ ])/u;

/** What a column is known by from its name alone; null where that says nothing. */
export function roleOf(column: string): Role | null {
  const name = wordsOf(column).join(" ");
  const role = PATTERNS.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
  return (role === "spending" || role === "basket") && OTHER_MONEY.test(name) ? null : role;
}

/** Whether a column of spending is money, not a score or a share of it. */
export function isMoney(column: string): boolean {
  const measures =
    /^(?:score|index|rating|rank|level|grade|percent|pct|percentage|share|ratio|quantile|decile|group|class)$/;
  return roleOf(column) === "spending" && !wordsOf(column).some((word) => measures.test(word));
}

/** The words of a column's name, in lower case, without what stands in brackets: "Annual Income (k$)" has two. */
export function wordsOf(column: string): readonly string[] {
  return column
    .normalize("NFC")
    .replace(/\([^()]*\)|\[[^[\]]*\]/g, " ")
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}
