// What a citizen's page is made of: one widget, and no more styles than its screens need.

import { Widget } from "engine";

export const STYLES = [];

export const widgetFor = () => Widget;
