import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SegmentsError } from "../error.ts";
import { plays } from "./plays.ts";
import { readPlays } from "./read-plays.ts";

const play = { title: "Call them", advice: "By Friday.", when: [{ of: "spending", is: ["high"] }] };

test("the plays that come with it are read as they are, through JSON", () => {
  expect(readPlays(JSON.parse(JSON.stringify(plays)))).toEqual(plays);
});

test("a play of one's own is read, by role or by a column's name", () => {
  const own = [play, { ...play, when: [{ of: "Loyalty Points", is: ["low", "very low"] }], addition: false }];
  expect(readPlays(own)).toEqual(own);
});

describe("refused, with its place and what it should be, is", () => {
  test.each([
    ["no list", {}, "the file should be a list of 1 to 500 entries"],
    ["an empty list", [], "the file should be a list of 1 to 500 entries"],
    ["no object", ["Call them"], "play 1 should be an object"],
    ["a missing key", [play, { title: "x", when: [] }], 'play 2 should be with the key "advice"'],
    ["an unknown key", [{ ...play, where: [] }], 'play 1 should be without the unknown key "where"'],
    ["an empty title", [{ ...play, title: " " }], '"title" of play 1 should be text of 1 to 100 visible characters'],
    ["an escape code", [{ ...play, title: "\u001b[31mred" }], '"title" of play 1 should be text of 1 to 100 visible'],
    ["a number as advice", [{ ...play, advice: 5 }], '"advice" of play 1 should be text of 1 to 1000 visible'],
    ["no traits", [{ ...play, when: [] }], '"when" of play 1 should be a list of 1 to 10 entries'],
    [
      "a trait without column",
      [{ ...play, when: [{ is: ["high"] }] }],
      'trait 1 of play 1 should be with the key "of"',
    ],
    [
      "an unknown level",
      [{ ...play, when: [{ of: "income", is: ["highest"] }] }],
      '"is" of trait 1 of play 1 should be a list of "very low", "low"',
    ],
    [
      "an addition that is no yes or no",
      [{ ...play, addition: "yes" }],
      '"addition" of play 1 should be true or false',
    ],
  ])("%s", (_, json, message) => {
    expect(() => readPlays(json)).toThrow(`These plays cannot be used: ${message}`);
    expect(() => readPlays(json)).toThrow(expect.objectContaining({ code: "INVALID_PLAYS" }));
  });

  test("a key of the prototype", () => {
    const json: unknown = JSON.parse(
      '[{"title":"x","advice":"y","when":[{"of":"income","is":["low"]}],"__proto__":{}}]',
    );
    expect(() => readPlays(json)).toThrow('without the unknown key "__proto__"');
  });
});

describe("what is offered may not depend on who somebody is:", () => {
  test.each(["gender", "Sex", "is_female"])("no play may speak of the column %s, additions included", (of) => {
    const json = [{ ...play, when: [{ of, is: ["high"] }], addition: true }];
    expect(() => readPlays(json)).toThrow("These plays cannot be used: play 1 depends on gender, which no play may.");
  });

  test.each(["age", "Age", "age in years"])("only an addition may speak of the column %s", (of) => {
    const json = [{ ...play, when: [...play.when, { of, is: ["low"] }] }];
    expect(() => readPlays(json)).toThrow("play 1 depends on age, which only an addition may");
    expect(readPlays([{ ...json[0], addition: true }]).length).toBe(1);
  });
});

test("anything else than plays is refused by the one error, in a sentence", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      const told = expect.objectContaining({ message: expect.stringMatching(/^These plays cannot be used: .*\.$/) });
      expect(() => readPlays(json)).toThrow(SegmentsError);
      expect(() => readPlays(json)).toThrow(told);
    }),
    { seed: 1, numRuns: 200 },
  );
});
