"""The golden samples of domain handbook 7.9, word for word."""

SMS_A = (
    "Flens kommun: Koka kranvattnet i Malmköping innan du dricker eller lagar mat. Det kan finnas bakterier i "
    "vattnet. Nytt besked kl. 18. Lyssna på P4 Sörmland."
)
SMS_BAD = "Flens kommun: Koka kranvattnet i Malmköping – ”bakterier” kan finnas…"
SMS_TWO = (
    "Flens kommun: Elen är borta i Bettna och Vadsbro. Det är varmt och öppet i Bettna skola från kl. 18. Ring 112 "
    "vid fara. Nytt besked kl. 20. Lyssna på P4 Sörmland."
)
FINAL_SMS = (
    "Flens kommun: Faran är över. Du kan dricka kranvattnet i Malmköping igen. Spola först kranen i 5 minuter. "
    "Tack för ditt tålamod. Frågor? Ring kommunen."
)
EXERCISE_SMS = "ÖVNING Flens kommun: Koka kranvattnet i Malmköping. Bara övning. ÖVNING"
BUREAUCRATIC = (
    "Med anledning av konstaterad mikrobiologisk avvikelse i dricksvattendistributionen har kokningsrekommendation "
    "utfärdats avseende samtliga abonnenter inom Malmköpings försörjningsområde. Vederbörande uppmanas att iaktta "
    "försiktighet."
)
VMA_A = """\
Viktigt meddelande till allmänheten i Malmköping i Flens kommun, Södermanlands län.
Kranvattnet kan innehålla bakterier som gör människor sjuka.
Flens kommun uppmanar alla i Malmköping att koka vattnet innan det används till dryck och mat.
Mer information finns på flen.se och i Sveriges Radio P4 Sörmland."""
EASY_A = """\
Koka vattnet i Malmköping

Vattnet i kranen kan göra dig sjuk.
Det gäller dig som bor i Malmköping.

Koka vattnet innan du dricker det.
Koka vattnet innan du lagar mat.
Vattnet ska bubbla mycket.

Du får duscha som vanligt.
Du får tvätta kläder som vanligt.

Vi berättar mer klockan 18 i dag.
Titta på flen.se eller lyssna på P4."""
PRESS_A = (
    "Flens kommun ber invånarna i Malmköping att koka kranvattnet. Vid ett prov i dag hittades tecken på bakterier. "
    "Orsaken är inte klarlagd. Nya prover är tagna och svar väntas under lördagen. Omkring 2 000 personer berörs."
)
ANSWER_A = (
    "Hej! Du har kommit till Flens kommun. Bor du i Malmköping? Koka vattnet innan du dricker det eller lagar mat. Du "
    "kan duscha som vanligt. Vi lämnar nytt besked klockan 18. Ring 112 bara om det är akut fara. Vänta kvar om du "
    "vill prata med oss."
)
WEB_A = """\
Koka kranvattnet i Malmköping
Uppdaterat fredag 11 juni 2027 kl. 14.30

Koka kranvattnet i Malmköping innan du dricker det eller lagar mat med det. Rådet gäller tills vi säger till.

Vad har hänt?
Vid ett vanligt prov i dag hittade vi tecken på bakterier i vattnet. Vi vet ännu inte varför. \
Vi väntar på fler provsvar.

Vi förstår att det här ställer till det för dig som bor i Malmköping. \
Vi arbetar för att du snart ska kunna dricka vattnet som vanligt.

Gör så här
Koka upp vattnet tills det bubblar kraftigt. Låt det sedan svalna.
Använd kokt vatten när du dricker, lagar mat, borstar tänderna och gör is.
Du kan duscha, tvätta och diska som vanligt. Se till att små barn inte sväljer vattnet.

Det här vet vi inte ännu
Vi vet inte var bakterierna kommer ifrån.
Vi vet inte hur länge du behöver koka vattnet.

Det här gör vi
Sörmland Vatten tar nya prover och spolar ledningarna.
Vi ställer ut en vattentank vid Malmaskolan kl. 16.00.

Kontakt
Ring kontaktcenter om du har frågor. Ring 1177 om du känner dig sjuk.

Nästa besked
Vi uppdaterar sidan kl. 18.00, även om inget nytt har hänt."""
