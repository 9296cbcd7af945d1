// The style sheets, in the order of the cascade.

import adaptation from "./styles/adaptation.css";
import answer from "./styles/answer.css";
import base from "./styles/base.css";
import blocks from "./styles/blocks.css";
import print from "./styles/print.css";
import question from "./styles/question.css";
import sheet from "./styles/sheet.css";
import tokens from "./styles/tokens.css";

export const STYLES = [tokens, base, question, answer, blocks, adaptation, sheet, print];
