import { type ScreenName, TABS } from "../state/state.ts";
import { COMPARE_ACTIONS } from "./compare/keys.ts";
import { compareNeeds } from "./compare/needs.ts";
import { movedCompare } from "./compare/reducer.ts";
import { compareView } from "./compare/view.ts";
import { CUSTOMERS_ACTIONS } from "./customers/keys.ts";
import { customersNeeds } from "./customers/needs.ts";
import { movedCustomers } from "./customers/reducer.ts";
import { customersView } from "./customers/view.ts";
import { DATA_ACTIONS } from "./data/keys.ts";
import { movedData } from "./data/reducer.ts";
import { dataView } from "./data/view.ts";
import { ELBOW_ACTIONS } from "./elbow/keys.ts";
import { movedElbow } from "./elbow/reducer.ts";
import { elbowView } from "./elbow/view.ts";
import { EXPORT_ACTIONS } from "./export/keys.ts";
import { exportNeeds } from "./export/needs.ts";
import { movedExport } from "./export/reducer.ts";
import { exportView } from "./export/view.ts";
import { OPENING_ACTIONS } from "./opening/keys.ts";
import { openingNeeds } from "./opening/needs.ts";
import { movedOpening } from "./opening/reducer.ts";
import { openingView } from "./opening/view.ts";
import type { Screen } from "./screen.ts";
import { SEGMENTS_ACTIONS } from "./segments/keys.ts";
import { segmentsNeeds } from "./segments/needs.ts";
import { movedSegments } from "./segments/reducer.ts";
import { segmentsView } from "./segments/view.ts";
import { WATCH_ACTIONS } from "./watch/keys.ts";
import { watchNeeds } from "./watch/needs.ts";
import { movedWatch } from "./watch/reducer.ts";
import { watchView } from "./watch/view.ts";

/** Every screen, each from its folder. */
export const SCREENS: Readonly<Record<ScreenName, Screen>> = {
  data: { title: "Data", actions: DATA_ACTIONS, moved: movedData, view: dataView },
  elbow: { title: "Elbow", actions: ELBOW_ACTIONS, moved: movedElbow, view: elbowView },
  segments: {
    title: "Segments",
    actions: SEGMENTS_ACTIONS,
    moved: movedSegments,
    needs: segmentsNeeds,
    view: segmentsView,
  },
  customers: {
    title: "Customers",
    actions: CUSTOMERS_ACTIONS,
    moved: movedCustomers,
    needs: customersNeeds,
    view: customersView,
  },
  compare: { title: "Compare", actions: COMPARE_ACTIONS, moved: movedCompare, needs: compareNeeds, view: compareView },
  export: { title: "Export", actions: EXPORT_ACTIONS, moved: movedExport, needs: exportNeeds, view: exportView },
  watch: { title: "Watch", actions: WATCH_ACTIONS, moved: movedWatch, needs: watchNeeds, view: watchView },
  opening: { title: "Open", actions: OPENING_ACTIONS, moved: movedOpening, needs: openingNeeds, view: openingView },
};

/** The screens in the order of the help: the tabs, then the others. */
export const SCREEN_ORDER: readonly ScreenName[] = [...TABS, "watch", "opening"];
