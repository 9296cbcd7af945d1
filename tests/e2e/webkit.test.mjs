// The same people and the same checks in WebKitGTK, the nearest thing to Safari.

import { declarerLesParcours } from "./commun/parcours.mjs";
import { lancerWebkit } from "./commun/webkit.mjs";

declarerLesParcours(lancerWebkit);
