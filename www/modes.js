// What a professional mode adds to a widget: its styles, which those of paper follow, its script; or a widget of its own.

import { WidgetClasse } from "engine";
import { Counter } from "./counter.js";
import { CLASS } from "./styles/class.js";
import { COUNTER } from "./styles/counter.js";

export const MODES = {
  classe: { styles: CLASS, Widget: WidgetClasse },
  guichet: { styles: COUNTER, Script: Counter },
};
