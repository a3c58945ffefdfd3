import { createBrowserRouter } from "react-router";
import { Crashed, NoSuchPage } from "./frame/lost";
import { Shell } from "./frame/shell";

/** Every page by its address; its script is loaded when it is first opened. */
export const router = createBrowserRouter([
  {
    element: <Shell />,
    errorElement: <Crashed />,
    HydrateFallback: () => null,
    children: [
      { path: "/", lazy: () => import("./pages/home") },
      { path: "/leaderboards", lazy: () => import("./pages/home") },
      { path: "/leaderboards/:ref", lazy: () => import("./pages/leaderboard") },
      { path: "/submissions", lazy: () => import("./pages/submissions") },
      { path: "/submissions/:ref", lazy: () => import("./pages/submission") },
      { path: "/organisations", lazy: () => import("./pages/organisations") },
      { path: "/organisations/:ref", lazy: () => import("./pages/organisation") },
      { path: "/losses", lazy: () => import("./pages/losses") },
      { path: "/losses/:ref", lazy: () => import("./pages/loss") },
      { path: "/backbones", lazy: () => import("./pages/backbones") },
      { path: "/backbones/:ref", lazy: () => import("./pages/backbone") },
      { path: "/datasets", lazy: () => import("./pages/datasets") },
      { path: "/datasets/:ref", lazy: () => import("./pages/dataset") },
      { path: "/papers", lazy: () => import("./pages/papers") },
      { path: "/papers/:ref", lazy: () => import("./pages/paper") },
      { path: "/sources", lazy: () => import("./pages/sources") },
      { path: "/compare", lazy: () => import("./pages/compare") },
      { path: "/search", lazy: () => import("./pages/search") },
      { path: "*", element: <NoSuchPage /> },
    ],
  },
]);
