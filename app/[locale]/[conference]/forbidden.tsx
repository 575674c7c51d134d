import { ForbiddenPage } from "@/components/conferences/forbidden-page";

export default ForbiddenPage;
