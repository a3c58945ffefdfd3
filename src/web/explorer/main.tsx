import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router";
import { Provider } from "urql";
import { AskedProvider } from "./api/asked";
import { client } from "./api/client";
import { router } from "./routes";
import "./style/fonts.css";
import "./style/base.css";
import "./style/frame.css";
import "./style/parts.css";
import "./style/table.css";
import "./style/pages.css";
import "./style/print.css";

createRoot(document.getElementById("explorer") as HTMLElement).render(
  <StrictMode>
    <Provider value={client}>
      <AskedProvider>
        <RouterProvider router={router} />
      </AskedProvider>
    </Provider>
  </StrictMode>,
);
