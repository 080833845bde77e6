import { describe, expect, test } from "vitest";
import type { Level } from "../naming/levels.ts";
import type { Play } from "./play.ts";
import { plays } from "./plays.ts";
import { type Role, roleOf } from "./roles.ts";
import type { Standing } from "./standing.ts";
import { suggest } from "./suggest.ts";

/** A segment that stands so on columns of these roles. */
const segment = (levels: Partial<Record<Role, Level>>): readonly Standing[] =>
  (Object.entries(levels) as [Role, Level][]).map(([role, level]) => {
    return { column: `the ${role}`, role, level, words: `${role} ${level}` };
  });

const titles = (levels: Partial<Record<Role, Level>>) => suggest(plays, segment(levels)).map(({ title }) => title);

describe("of the plays that come with it", () => {
  test("high spenders are kept, thanked and let in early", () => {
    const [keep] = suggest(plays, segment({ income: "high", spending: "very high" }));
    expect(keep?.title).toBe("Keep them");
    expect(keep?.advice).toMatch(/Thank them, give early access/);
    expect(keep?.because).toEqual(["income high", "spending very high"]);
    expect(titles({ spending: "high" })).toEqual(["Keep them"]);
  });

  test("high earners with low spending are won", () => {
    expect(titles({ income: "high", spending: "low" })).toEqual(["Win them"]);
  });

  test("low earners with high spending are handled with care, without credit or pressure", () => {
    const [care] = suggest(plays, segment({ income: "low", spending: "high" }));
    expect(care?.title).toBe("Handle with care");
    expect(care?.advice).toContain("No credit, no instalments, no pressure");
  });

  test("low earners with low spending are kept at low cost", () => {
    expect(titles({ income: "very low", spending: "low" })).toEqual(["Keep at low cost"]);
  });

  test("the young and the old are reached in other ways beside what is done anyway", () => {
    expect(titles({ income: "low", spending: "high", age: "low" })).toEqual([
      "Handle with care",
      "Reach the young where they are",
    ]);
    expect(titles({ spending: "average", age: "very high" })[1]).toBe("Reach the older in their way");
    expect(titles({ spending: "average", age: "average" }).length).toBe(1);
  });

  test("age alone suggests nothing", () => {
    expect(titles({ age: "very low" })).toEqual([]);
  });

  test.each([
    [{ recency: "high", frequency: "high", spending: "high" }, "Win them back in person"],
    [{ recency: "high", frequency: "high", spending: "average" }, "Remind the former regulars"],
    [{ recency: "very high", frequency: "low", spending: "low" }, "Make one cheap attempt"],
    [{ recency: "high" }, "Find out whether they still want you"],
    [{ recency: "low", frequency: "high", spending: "high" }, "Treat them as your best customers"],
    [{ recency: "low", frequency: "low", spending: "low", tenure: "low" }, "Welcome the newcomers"],
    [{ recency: "low", frequency: "low", spending: "low" }, "Win the next order"],
    [{ recency: "low", frequency: "low", spending: "high" }, "Give them reasons to come more often"],
    [{ recency: "low", frequency: "high", spending: "average", basket: "low" }, "Make their basket larger"],
  ] as const)("a segment of %j gets: %s", (levels, title) => {
    expect(titles(levels)[0]).toBe(title);
  });

  test("a segment like everybody is told that nothing calls for a campaign", () => {
    expect(titles({ income: "average", spending: "average" })).toEqual(["Carry on, and try one thing"]);
  });

  test("a segment that no role is known of gets none", () => {
    expect(suggest(plays, [{ column: "petal length", role: null, level: "high", words: "" }])).toEqual([]);
  });

  test("no advice promises a reason that columns cannot hold: each trait is of a role", () => {
    const known = ["spending", "basket", "income", "age", "recency", "frequency", "tenure"];
    for (const { when } of plays) for (const { of } of when) expect(known).toContain(of);
  });
});

describe("nobody is excluded for age or gender by the plays that come with it:", () => {
  test("no play depends on gender, and only additions on age", () => {
    for (const { title, when, addition } of plays) {
      for (const { of } of when) {
        expect([title, of, roleOf(of)]).not.toContain("gender");
        if (of === "age") expect([title, addition]).toEqual([title, true]);
      }
    }
  });

  test("what is offered is the same whatever the age", () => {
    const ages: readonly Level[] = ["very low", "low", "average", "high", "very high"];
    const levels: readonly Level[] = ["low", "average", "high"];
    for (const spending of levels) {
      for (const income of levels) {
        const offered = ages.map((age) => titles({ age, income, spending })[0]);
        expect(new Set(offered).size).toBe(1);
      }
    }
  });

  test("additions say that the offer is the same for everybody", () => {
    const additions = plays.filter(({ addition }) => addition === true);
    expect(additions.length).toBe(2);
    for (const { advice } of additions) expect(advice).toContain("the offer is the same for everybody");
  });

  test("no text speaks of men or women, or of leaving people out", () => {
    const words =
      /\b(men|women|male|female|gender|sex|exclude|excluding|ignore|reject|refuse|deny|drop them|too old|too young)\b/i;
    for (const { title, advice } of plays) expect(`${title} ${advice}`).not.toMatch(words);
  });
});

describe("plays of one's own", () => {
  const own: readonly Play[] = [
    { title: "first", advice: "-", when: [{ of: "Loyalty Points", is: ["high"] }] },
    { title: "second", advice: "-", when: [{ of: "spending", is: ["average"] }] },
    { title: "beside", advice: "-", when: [{ of: "spending", is: ["average"] }], addition: true },
  ];
  const points = (level: Level): Standing => ({ column: "loyalty points ", role: null, level, words: "points" });

  test("may name a column, in any letter case", () => {
    expect(suggest(own, [points("high")]).map(({ title }) => title)).toEqual(["first"]);
    expect(suggest(own, [points("low")])).toEqual([]);
  });

  test("are tried in their order, and additions come after", () => {
    const titles = suggest(own, [points("very high"), ...segment({ spending: "average" })]).map(({ title }) => title);
    expect(titles).toEqual(["first", "beside"]);
  });

  test("that ask for high take very high too, but not the other way around", () => {
    const very: readonly Play[] = [{ title: "very", advice: "-", when: [{ of: "spending", is: ["very high"] }] }];
    expect(suggest(very, segment({ spending: "high" }))).toEqual([]);
    expect(suggest(very, segment({ spending: "very high" })).length).toBe(1);
  });
});
