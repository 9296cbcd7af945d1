// The same people and the same checks in Firefox, driven through WebDriver BiDi.

import { lancerFirefox } from "./commun/navigateur.mjs";
import { declarerLesParcours } from "./commun/parcours.mjs";

declarerLesParcours(lancerFirefox);
