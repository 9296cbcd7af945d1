// What a professional mode adds to a widget: its styles, which those of paper follow, and its script.

import { Counter } from "./counter.js";
import counter from "./styles/counter.css";

export const MODES = { guichet: { styles: [counter], Script: Counter } };
