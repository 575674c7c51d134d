import { z } from "zod";
import { Address } from "@/lib/sign-in/input";

export const givenRoles = ["organiser", "staff", "host"] as const;

export const RoleInput = z.object({ email: Address, role: z.enum(givenRoles, "required") });

export const OwnerInput = z.object({ email: Address });
