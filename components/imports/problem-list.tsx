"use client";

import { useFormState } from "@/components/ui/form";

/** What is wrong with the file that was sent, one sentence each. */
export function ProblemList() {
  const { state } = useFormState();
  const problems = state?.values?.problems;
  if (!Array.isArray(problems)) return null;
  return (
    <ul className="grid list-disc gap-1 pl-5 text-[15px] [overflow-wrap:anywhere]">
      {problems.map((problem) => (
        <li key={problem}>{problem}</li>
      ))}
    </ul>
  );
}
