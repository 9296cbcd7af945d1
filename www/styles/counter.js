// The style sheets of the counter, in the order of the cascade.

import adaptation from "./counter/adaptation.css";
import answer from "./counter/answer.css";
import header from "./counter/header.css";
import page from "./counter/page.css";
import papers from "./counter/papers.css";
import questions from "./counter/questions.css";
import sticky from "./counter/sticky.css";
import widths from "./counter/widths.css";
import work from "./work.css";

export const COUNTER = [work, page, header, questions, answer, papers, widths, sticky, adaptation];
