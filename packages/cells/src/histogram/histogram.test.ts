import { describe, expect, it } from "vitest";
import { inEveryLook } from "../testing/text.ts";
import { binsOf } from "./bins.ts";
import { histogramChart, sparkline } from "./histogram.ts";

/** 1 to 9 and back, so often each: a triangle from 20 to 84. */
const values = Array.from({ length: 17 }, (_, index) => 20 + 4 * index).flatMap((value, index) => {
  return Array.from({ length: 9 - Math.abs(8 - index) }, () => value);
});
const bins = binsOf(values, 17);

describe("a histogram", () => {
  it("stands between axes that say how many and of what", () => {
    expect(inEveryLook((symbols) => histogramChart(bins, { width: 40, height: 8, symbols }))).toMatchInlineSnapshot(`
      "
       │              ⣀⣀⣿⣿⣀⣀
       │            ⣶⣶⣿⣿⣿⣿⣿⣿⣶⣶
      5┤        ⣀⣀⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣀⣀
       │      ⣶⣶⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣶⣶
       │  ⣀⣀⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣀⣀
      0┤⣶⣶⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣶⣶
       └┴────┴────┴────┴─────┴────┴────┴──────
        20   30   40   50    60   70   80

       │              ▃▃██▃▃
       │            ▅▅██████▅▅
      5┤        ▃▃██████████████▃▃
       │      ▅▅██████████████████▅▅
       │  ▃▃██████████████████████████▃▃
      0┤▅▅██████████████████████████████▅▅
       └┴────┴────┴────┴─────┴────┴────┴──────
        20   30   40   50    60   70   80

       |                ##
       |            ##########
      5+          ##############
       |      ######################
       |    ##########################
      0+##################################
       ++----+----+----+-----+----+----+------
        20   30   40   50    60   70   80
      "
    `);
  });

  it("fits one line, and merges bins where it is narrow", () => {
    const shown = inEveryLook((symbols) => [17, 9, 5, 1].map((width) => sparkline(bins, width, symbols)));
    expect(shown).toMatchInlineSnapshot(`
      "
      ⣀⣀⣀⣤⣤⣶⣶⣿⣿⣿⣶⣶⣤⣤⣀⣀⣀
      ⣀⣠⣴⣾⣿⣶⣤⣀⡀
      ⣀⣴⣿⣦⣀
      ⣿

      ▁▂▃▄▄▅▆▇█▇▆▅▄▄▃▂▁
      ▁▃▅▇█▇▅▃▁
      ▂▅█▅▂
      █

      .::-=++*#*++=-::.
      .-=*#*=-.
      :+#+:
      #
      "
    `);
  });
});
