import { useEffect, useId, useMemo, useState } from "react";
import { useSearchParams } from "react-router";
import { withValue } from "../address/filters";
import { useLate } from "../parts/use-late";

const WAIT_MS = 150;

/** The day as of which is ranked: steps from one day on which something was submitted to the next, and today. */
export function AsOfSlider({ days, asOf }: { days: readonly string[]; asOf: string | undefined }) {
  const [search, setSearch] = useSearchParams();
  const id = useId();
  const key = days.join();
  const steps = useMemo(() => [...new Set(key.split(",").filter(Boolean))].sort(), [key]);
  const at =
    asOf === undefined
      ? steps.length
      : Math.max(
          0,
          steps.findLastIndex((step) => step <= asOf),
        );
  const [step, setStep] = useState(at);
  useEffect(() => setStep(at), [at]);
  const late = useLate(step, WAIT_MS);
  useEffect(() => {
    if (late !== at && late === step) setSearch(withValue(search, "asOf", steps[late]), { replace: true });
  }, [late]);
  if (steps.length < 2) return null;
  const words = steps[step] ?? "today";
  return (
    <div className="as-of-slider">
      <label htmlFor={id}>As of</label>
      <input
        id={id}
        type="range"
        min={0}
        max={steps.length}
        value={step}
        onChange={(event) => setStep(Number(event.target.value))}
        aria-valuetext={words}
      />
      <output htmlFor={id}>{words}</output>
    </div>
  );
}
