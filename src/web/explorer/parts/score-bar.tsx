interface ScoreBarProps {
  score: { reported: string | null; value: number | null; uncertainty?: number | null };
  /** What the whole width stands for: the metric's bounds, where it has any. */
  scale: { from: number; to: number };
}

/** A score as published, over a bar of its length. */
export function ScoreBar({ score, scale }: ScoreBarProps) {
  const { reported, value, uncertainty } = score;
  const part = value === null ? 0 : (value - scale.from) / (scale.to - scale.from || 1);
  return (
    <span className="score-bar">
      <span className="number">
        {reported ?? "–"}
        {uncertainty != null && <span className="note"> ±{uncertainty}</span>}
      </span>
      <svg className="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect className="bar-ground" width="100" height="4" />
        <rect className="bar-part" width={Math.max(0, Math.min(100, part * 100))} height="4" />
      </svg>
    </span>
  );
}
