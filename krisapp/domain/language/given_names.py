"""Common given names (förnamn), by which a person's name is known at the beginning of a sentence (rule S3)."""

GIVEN_NAMES = frozenset(
    {
        *("adam", "agneta", "ahmed", "albin", "alexander", "ali", "alice", "alma", "alva", "amanda", "amina", "anders"),
        *("andreas", "anette", "anita", "anna", "annika", "anton", "arvid", "astrid", "axel", "barbro", "bengt"),
        *("birgitta", "björn", "bo", "britt", "bror", "camilla", "carina", "carl", "carolina", "cecilia", "charlotte"),
        *("christer", "christian", "christina", "daniel", "david", "ebba", "elias", "elin", "elisabeth", "ella"),
        *("elsa", "emil", "emma", "erik", "eva", "fatima", "fredrik", "frida", "gabriel", "gerd", "gun", "gunilla"),
        *(
            "gunnar",
            "gustav",
            "göran",
            "hanna",
            "hans",
            "hassan",
            "helena",
            "henrik",
            "hugo",
            "håkan",
            "ibrahim",
            "ida",
        ),
        *("inga", "inger", "ingrid", "irene", "jan", "jenny", "jens", "jesper", "johan", "johanna", "jonas", "josef"),
        *("julia", "kajsa", "karin", "karl", "katarina", "kent", "kerstin", "kjell", "klara", "kristina", "lars"),
        *("leif", "lena", "lennart", "leo", "liam", "lilly", "linda", "linnea", "lisa", "louise", "lucas", "magnus"),
        *("maja", "malin", "margareta", "maria", "marie", "markus", "martin", "mats", "mattias", "mikael", "mohamed"),
        *("mohammed", "mona", "monica", "nils", "noah", "olle", "olof", "oliver", "omar", "oscar", "patrik", "per"),
        *("pernilla", "peter", "pia", "rickard", "robert", "roger", "rolf", "sara", "sebastian", "simon", "siv"),
        *("sofia", "stefan", "stig", "sven", "susanne", "thomas", "tobias", "tommy", "torbjörn", "tuva", "ulf", "ulla"),
        *("ulrika", "vera", "victor", "viktor", "vilma", "william", "yusuf", "yvonne", "åke", "åsa", "örjan"),
    }
)
