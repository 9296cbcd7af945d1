// Five people go through the whole test in Chromium with a keyboard only.

import { lancerChromium } from "./commun/navigateur.mjs";
import { declarerLesParcours } from "./commun/parcours.mjs";

declarerLesParcours(lancerChromium);
