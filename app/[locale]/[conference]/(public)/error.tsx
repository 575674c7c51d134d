"use client";

import { FaultPage } from "@/components/ui/fault-page";

export default FaultPage;
