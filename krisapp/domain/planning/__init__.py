"""Keeping the crisis plan (planarbete): forms, documents, adoption, differences, the year's work and readiness.

What a plan is lies in `domain.plan`; here is how people change it between incidents. A change gives a whole new plan
and never touches one that an incident runs on; what does not hold is said in words before it is saved.
"""
