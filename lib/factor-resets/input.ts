import { z } from "zod";
import { Address } from "@/lib/sign-in/input";

export const ResetInput = z.object({ email: Address, sure: z.literal("on", "reset-unsure") });
