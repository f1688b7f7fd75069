import { render } from "preact";
import { Desk } from "./Desk.tsx";
import "./style/desk.css";

const root = document.getElementById("desk");
if (root) render(<Desk />, root);
