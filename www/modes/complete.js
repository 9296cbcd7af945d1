// The screens of professionals too: which widget a mode has, and the styles that only they need.

import { Widget, WidgetClasse } from "engine";
import classStyles from "../styles/class.css";

export const STYLES = [classStyles];

export const widgetFor = (mode) => (mode === "classe" ? WidgetClasse : Widget);
