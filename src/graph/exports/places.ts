import { Unavailable } from "../../common/errors";

/** Lets a few at a time have what is scarce. */
export class Places {
  private taken = 0;

  /**
   * @param most how many there are
   * @param problem what is said to whoever finds none free
   * @param among others, of which each of these is one
   */
  constructor(
    private readonly most: () => number,
    private readonly problem: string,
    private readonly among?: Places,
  ) {}

  /** Takes a place, and gives what leaves it again. @throws Unavailable where none is free */
  take(): () => void {
    if (this.taken >= this.most()) throw new Unavailable(undefined, this.problem);
    const leaveOthers = this.among?.take();
    this.taken += 1;
    let isLeft = false;
    return () => {
      if (isLeft) return;
      isLeft = true;
      this.taken -= 1;
      leaveOthers?.();
    };
  }
}
