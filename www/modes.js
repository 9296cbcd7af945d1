// What a professional mode adds to a widget: its styles, which those of paper follow, its script; or a widget of its own.

import { WidgetClasse } from "engine";
import { Counter } from "./counter.js";
import classStyles from "./styles/class.css";
import counter from "./styles/counter.css";

export const MODES = {
  classe: { styles: [classStyles], Widget: WidgetClasse },
  guichet: { styles: [counter], Script: Counter },
};
