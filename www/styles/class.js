// The style sheets of a whole class, in the order of the cascade.

import checked from "./class/checked.css";
import common from "./class/common.css";
import filters from "./class/filters.css";
import header from "./class/header.css";
import list from "./class/list.css";
import page from "./class/page.css";
import paper from "./class/paper.css";
import pupil from "./class/pupil.css";
import table from "./class/table.css";
import widths from "./class/widths.css";
import work from "./work.css";

export const CLASS = [work, page, header, list, checked, common, filters, table, pupil, widths, paper];
