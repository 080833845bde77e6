import type { Level } from "../naming/levels.ts";
import type { Play } from "./play.ts";

const LOW: readonly Level[] = ["low"];
const HIGH: readonly Level[] = ["high"];
const MIDDLE: readonly Level[] = ["slightly low", "average", "slightly high"];
const NOT_HIGH: readonly Level[] = ["low", ...MIDDLE];

/**
 * The suggestions that come with Kentro. They are tried in this order: a segment gets the first whose traits all hold,
 * and with it every addition whose traits hold. So what needs more traits stands before what needs fewer. A list of one's own
 * (`readPlays`) takes the place of this one.
 */
export const plays: readonly Play[] = [
  // How long ago, how often, how much: from orders.
  {
    title: "Win them back in person",
    advice:
      "They spent well and have not bought for a long time: of all who stayed away they are worth the most effort. " +
      "Ask what went wrong, by a call or a personal letter, and give them one good reason to return, with a date on it.",
    when: [
      { of: "recency", is: HIGH },
      { of: "spending", is: HIGH },
    ],
  },
  {
    title: "Remind the former regulars",
    advice:
      "They used to come often and have stopped. Remind them of what they bought and what is new since then, in two or " +
      "three messages; then let it rest.",
    when: [
      { of: "recency", is: HIGH },
      { of: "frequency", is: HIGH },
    ],
  },
  {
    title: "Make one cheap attempt",
    advice:
      "Their last purchase is long ago and there was never much of it. Send one automatic message with your best-known " +
      "product, then write to them seldom, and spend the money on those who stay.",
    when: [
      { of: "recency", is: HIGH },
      { of: "spending", is: NOT_HIGH },
    ],
  },
  {
    title: "Find out whether they still want you",
    advice:
      "Their last purchase is long ago. Send one friendly reminder, and ask those who do not answer how often they want to " +
      "hear from you.",
    when: [{ of: "recency", is: HIGH }],
  },
  {
    title: "Treat them as your best customers",
    advice:
      "They buy often and spend much. Thank them by name, let them in on new things first, solve their problems before " +
      "all others', and ask them to recommend you. Nothing here says that they need discounts.",
    when: [
      { of: "frequency", is: HIGH },
      { of: "spending", is: HIGH },
    ],
  },
  {
    title: "Give them reasons to come more often",
    advice:
      "They come seldom and spend much. Serve them well on each order and write when the next one is " +
      "due, not every week. One more visit from each is worth much.",
    when: [
      { of: "frequency", is: LOW },
      { of: "spending", is: HIGH },
    ],
  },
  {
    title: "Welcome the newcomers",
    advice:
      "They have been customers for a short time, so little can be said of what they will spend. Help with the first steps " +
      "and make the second order easy: it decides whether they stay.",
    when: [
      { of: "tenure", is: LOW },
      { of: "frequency", is: NOT_HIGH },
    ],
  },
  {
    title: "Win the next order",
    advice:
      "They bought lately, and seldom so far. Follow up within days on what they bought, show what goes with it, " +
      "and make ordering again easy.",
    when: [
      { of: "recency", is: LOW },
      { of: "frequency", is: LOW },
    ],
  },
  {
    title: "Make their basket larger",
    advice:
      "They come often, and a visit brings little. Offer sets, larger packs, things that go with what they take, and free " +
      "delivery from a sum a little over what they usually spend.",
    when: [
      { of: "frequency", is: HIGH },
      { of: "basket", is: LOW },
    ],
  },
  {
    title: "Make their basket larger",
    advice:
      "They come often and spend no more than others. Offer sets, larger packs, things that go with what they take, and " +
      "free delivery from a sum a little over what they usually spend.",
    when: [
      { of: "frequency", is: HIGH },
      { of: "spending", is: NOT_HIGH },
    ],
  },
  // What they earn and what they spend.
  {
    title: "Keep them",
    advice:
      "They earn well and spend much with you: losing one of them hurts most. Thank them, give early access and a " +
      "person to turn to. Nothing here says that they need discounts: keep those for others.",
    when: [
      { of: "income", is: HIGH },
      { of: "spending", is: HIGH },
    ],
  },
  {
    title: "Win them",
    advice:
      "They have the means and spend little here. Ask a few of them what they miss, then show quality, " +
      "service and saved time before low prices. Try it on a part of them first and compare with the rest.",
    when: [
      { of: "income", is: HIGH },
      { of: "spending", is: LOW },
    ],
  },
  {
    title: "Handle with care",
    advice:
      "They spend much for what they earn. Thank them with things of use: points, useful sets, a fair price. " +
      "No credit, no instalments, no pressure to buy more; make it easy to return things and to pause.",
    when: [
      { of: "income", is: LOW },
      { of: "spending", is: HIGH },
    ],
  },
  {
    title: "Keep at low cost",
    advice:
      "They earn little and spend little. Be there when they need something: newsletter, self-service, " +
      "good prices on everyday things. Spend little on campaigns for them, and watch who begins to buy more.",
    when: [
      { of: "income", is: LOW },
      { of: "spending", is: LOW },
    ],
  },
  // What they spend alone.
  {
    title: "Keep them",
    advice:
      "They spend more than the others. Thank them, give early access and a person to turn to, and watch that none of them " +
      "drifts away. Nothing here says that they need discounts: keep those for others.",
    when: [{ of: "spending", is: HIGH }],
  },
  {
    title: "Ask before you spend on them",
    advice:
      "They spend less than the others, and these columns do not say why. Ask a few, or try two different offers on a small part " +
      "of them, before a campaign for all.",
    when: [{ of: "spending", is: LOW }],
  },
  {
    title: "Carry on, and try one thing",
    advice:
      "They spend about as much as everybody, and nothing here calls for a campaign of their own. Keep them in the regular " +
      "program, try one offer on a random part, and look next month who has moved to the high spenders.",
    when: [{ of: "spending", is: MIDDLE }],
  },
  // Channel and tone. Everybody in a segment gets the same offer.
  {
    title: "Reach the young where they are",
    advice:
      "Younger than the others on average: try the phone first, short messages, pictures and film, and a quick way to pay. " +
      "Only channel and tone differ; the offer is the same for everybody.",
    when: [{ of: "age", is: LOW }],
    addition: true,
  },
  {
    title: "Reach the older in their way",
    advice:
      "Older than the others on average: try letters, e-mail and a phone number that a person answers, in large " +
      "print and plain words. Only channel and tone differ; the offer is the same for everybody.",
    when: [{ of: "age", is: HIGH }],
    addition: true,
  },
];
