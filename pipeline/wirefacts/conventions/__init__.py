"""What was found in the terms of other annotation conventions: each a small projection that never looks at the text again for more."""

from wirefacts.conventions.forms import FORMS, Form, Projection

__all__ = ["FORMS", "Form", "Projection"]
